import Common

/// A field's type, in the words of the Frictionless Table Schema, and `region`.
package enum FieldType: String, Sendable, CaseIterable {
  case string, integer, number, percent, date, datetime, boolean, list, region
}

/// One field of a dataset.
package struct FieldDeclaration: Sendable {
  package struct Constraints: Sendable {
    package var required = false
    package var minimum: Rational?
    package var maximum: Rational?
    package var enumeration: [String] = []

    package init() {}
  }

  package var name: String
  package var title: String
  package var aliases: [String]
  package var type: FieldType
  package var unit: String?
  /// The name of the field that holds the unit, where each row has its own.
  package var unitField: String?
  package var constraints: Constraints
  /// Never leaves the reader: not typed, not validated, not printed.
  package var isPersonal: Bool
  /// Counts people: small cells are disclosive.
  package var countsPeople: Bool
  /// What stands between the values of a list.
  package var delimiter = FieldDeclaration.usualDelimiter
  /// May hold 约30, 6000多, 近百.
  package var isApproximate: Bool
  package var location: Location

  /// As in the Table Schema.
  package static let usualDelimiter = ","

  package init(
    name: String, title: String, aliases: [String] = [], type: FieldType, unit: String? = nil,
    unitField: String? = nil, constraints: Constraints = Constraints(), isPersonal: Bool = false,
    countsPeople: Bool = false,
    isApproximate: Bool = false, location: Location
  ) {
    self.name = name
    self.title = title
    self.aliases = aliases
    self.type = type
    self.unit = unit
    self.unitField = unitField
    self.constraints = constraints
    self.isPersonal = isPersonal
    self.countsPeople = countsPeople
    self.isApproximate = isApproximate
    self.location = location
  }
}

/// `datasets/<name>.yaml`: what a table is.
package struct DatasetDeclaration: Sendable {
  /// Where the day of a row is written.
  package enum DateSource: Sendable, Equatable {
    /// A field's index.
    case field(Int)
    /// The first date in the file's name.
    case filename
    /// None: the rows are a register.
    case none
  }

  /// The days on which a register's row holds: both ends are field indices and count; without either end it is open there.
  package struct Validity: Sendable, Equatable {
    package var from: Int?
    package var to: Int?

    package init(from: Int?, to: Int?) {
      self.from = from
      self.to = to
    }
  }

  package enum Resent: String, Sendable, CaseIterable { case error, last }

  package var name: String
  package var title: String
  /// A glob below the content folder, `data/screening/*`; or `nil` where `command` is the source.
  package var files: String?
  package var command: CommandDeclaration?
  /// The index of the field that names the place; of several, the lowest.
  package var regionField: Int
  /// Fields that name the places above it, from top to bottom. Where a row leaves the lower ones empty, the lowest
  /// that it gives names its place.
  package var upperRegionFields: [Int] = []
  /// Fields with the names of those places, one for each of ``regionFields``: they name the place where a code is left
  /// empty, and are held against the codes. Empty where none are declared.
  package var regionNames: [Int] = []
  /// Where rows of places count that are no units of the dataset.
  package var placeRules: [PlaceRule] = []
  /// Rows that do not meet all of them are passed over.
  package var rowConditions: [RowCondition] = []
  package var date: DateSource
  package var validity: Validity?
  /// The year of dates that leave it out.
  package var year: Int?
  /// Field indices.
  package var key: [Int]
  package var fields: [FieldDeclaration]
  /// What stands for a missing value; `""` is always one of them.
  package var missingValues: [MissingValue]
  package var checks: [CheckDeclaration]
  package var foreignKeys: [ForeignKeyDeclaration] = []
  /// When the units' reports are due; `nil` where nobody waits for them.
  package var expectation: ReportSchedule?
  /// The level whose units report, an index into the tree's levels; `nil` means: that at which all rows stand.
  package var level: Int?
  /// `false` for facts that hold for their own place only: nothing is added up, nobody is expected to report.
  package var rollsUp: Bool
  package var resent: Resent
  /// A list kept in one place for every unit: a unit without a row has none that day, it is not silent.
  package var absentIsZero = false
  /// The names of the sheets to read in a workbook; none means each that is visible and has the header.
  package var sheets: [String] = []
  /// Headings of columns that are not read and need no word about it: `ignore`.
  package var ignoredHeadings: [String] = []
  /// Seconds after midnight at which a reporting day ends, for dates with a time: what is later counts for the next.
  package var cutOff = Int32(Moment.secondsPerDay)
  /// The field that says when a row became known: sent, or put right.
  package var knownAt: Int?
  /// The code of the region below which units are expected and added up; `nil` means the site's root.
  package var within: String?
  /// Invented data, marked as such wherever it is shown.
  package var isIllustrative: Bool
  /// Overrides the site's threshold.
  package var reportingAtLeast: Rational?
  /// Where the data come from, in words, shown under tables and charts.
  package var source: String?
  package var location: Location

  package init(
    name: String, title: String, files: String?, command: CommandDeclaration? = nil, regionField: Int,
    date: DateSource,
    validity: Validity? = nil, year: Int? = nil, key: [Int], fields: [FieldDeclaration],
    missingValues: [MissingValue] = [""],
    checks: [CheckDeclaration] = [], level: Int? = nil, rollsUp: Bool = true, resent: Resent = .error,
    within: String? = nil, isIllustrative: Bool = false, reportingAtLeast: Rational? = nil,
    source: String? = nil,
    location: Location
  ) {
    self.name = name
    self.title = title
    self.files = files
    self.command = command
    self.regionField = regionField
    self.date = date
    self.validity = validity
    self.year = year
    self.key = key
    self.fields = fields
    self.missingValues = missingValues
    self.checks = checks
    self.level = level
    self.rollsUp = rollsUp
    self.resent = resent
    self.within = within
    self.isIllustrative = isIllustrative
    self.reportingAtLeast = reportingAtLeast
    self.source = source
    self.location = location
  }

  /// The fields that name the place, from top to bottom.
  package var regionFields: [Int] { upperRegionFields + [regionField] }

  package func field(named name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }
}
