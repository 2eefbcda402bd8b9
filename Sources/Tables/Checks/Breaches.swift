import Common
import Reading

/// Where one declared check does not hold: the first places one by one, of the others how many they are.
struct Breaches {
  /// How many are told one by one.
  static let told = 20

  private let declaration: DatasetDeclaration
  private let severity: Severity
  private let location: Location
  /// The field's title, or the fields' in words.
  private let subject: String
  private(set) var count = 0
  private var places: [RegionIndex] = []
  private var seen: Set<RegionIndex> = []
  private var findings = Findings()

  init(_ check: CheckDeclaration, of declaration: DatasetDeclaration, subject: String) {
    self.init(check.severity, at: check.location, of: declaration, subject: subject)
  }

  init(_ severity: Severity, at location: Location, of declaration: DatasetDeclaration, subject: String) {
    self.declaration = declaration
    self.severity = severity
    self.location = location
    self.subject = subject
  }

  /// - Parameters:
  ///   - region: the place of the row, which is named where the finding is not told by itself.
  ///   - location: where the value stands; asked for only where it is told.
  mutating func add(
    _ rule: Rule, of region: RegionIndex, at location: () -> Location,
    _ arguments: () -> KeyValuePairs<String, String>
  ) {
    count += 1
    if count <= Self.told {
      findings.add(Diagnostic(rule, severity, at: location(), arguments()))
    } else if region >= 0, seen.insert(region).inserted {
      places.append(region)
    }
  }

  /// Hands the findings over, and one for those that were not told, where the check is declared.
  func finish(tree: RegionTree, findings all: inout Findings) {
    all.add(contentsOf: findings)
    guard count > Self.told else { return }
    let names = places.prefix(5).map { tree[$0].name }
    all.add(
      Diagnostic(
        .moreBreaches, severity, at: location,
        [
          "dataset": declaration.title, "field": subject, "count": String(count - Self.told),
          "all": String(count), "units": String(places.count), "places": names.joined(separator: "、"),
        ]))
  }
}
