import Common
import YAML

/// Holds the indicators against one another: names, references, cycles; and fills in what follows from the formulas.
struct IndicatorResolver {
  let drafts: [IndicatorDraft]
  let defaults: IndicatorDefaults
  /// Names that are declared where no indicator could be read.
  var unusable: Set<String> = []
  /// Whether all names are known.
  var isComplete = true
  private(set) var byName: [String: Int] = [:]
  private var isBroken: [Bool]

  init(
    _ drafts: [IndicatorDraft], datasets: [DatasetDeclaration],
    baseColumns: [SiteDeclaration.BaseColumnDeclaration]
  ) {
    self.drafts = drafts
    defaults = IndicatorDefaults(datasets: datasets, baseColumns: baseColumns)
    isBroken = drafts.map(\.isBroken)
  }

  mutating func resolve(findings: inout Findings) -> IndicatorDeclaration.Reading {
    checkNames(findings: &findings)
    let references = findReferences(findings: &findings)
    let order = sortByDependency(references, findings: &findings)
    var traits: [IndicatorDefaults.Traits?] = Array(repeating: nil, count: drafts.count)
    for draft in order where !isBroken[draft] {
      guard let formula = drafts[draft].formula, references[draft].allSatisfy({ !isBroken[$0] }) else {
        isBroken[draft] = true
        continue
      }
      let found = defaults.traits(of: formula, declared: drafts[draft]) { traits[byName[$0.value] ?? draft] }
      traits[draft] = found
      let passes = ThresholdCheck.passes(drafts[draft], form: found.form, findings: &findings)
      if !passes || !formsAgree(drafts[draft], found.form, traits, findings: &findings) {
        isBroken[draft] = true
      }
    }
    return assemble(traits, beside: lookUpBeside(findings: &findings))
  }

  /// A name means one indicator.
  private mutating func checkNames(findings: inout Findings) {
    for (index, draft) in drafts.enumerated() {
      for name in Set(draft.names).sorted() {
        guard let other = byName[name] else {
          byName[name] = index
          continue
        }
        findings.add(
          Diagnostic(
            .indicatorNameTwice, at: draft.idLocation,
            ["name": name, "id": draft.id, "other": drafts[other].id, "place": "\(drafts[other].idLocation)"])
        )
        isBroken[index] = true
      }
    }
  }

  private mutating func findReferences(findings: inout Findings) -> [[Int]] {
    var result: [[Int]] = []
    for (index, draft) in drafts.enumerated() {
      var found: [Int] = []
      for reference in draft.references {
        if let other = find(reference, findings: &findings) {
          found.append(other)
        } else {
          isBroken[index] = true
        }
      }
      result.append(found)
    }
    return result
  }

  /// Indicators behind those that they refer to. Each cycle is one finding, and breaks its members.
  private mutating func sortByDependency(_ references: [[Int]], findings: inout Findings) -> [Int] {
    enum Mark { case new, open, done }
    var marks = Array(repeating: Mark.new, count: drafts.count)
    var order: [Int] = []
    for start in drafts.indices where marks[start] == .new {
      var path = [(draft: start, next: 0)]
      marks[start] = .open
      while let (draft, next) = path.last {
        guard next < references[draft].count else {
          marks[draft] = .done
          order.append(draft)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let other = references[draft][next]
        if marks[other] == .new {
          marks[other] = .open
          path.append((other, 0))
        } else if marks[other] == .open {
          let cycle = path.map(\.draft).drop { $0 != other }
          let location = drafts[draft].references[next].location
          findings.add(
            Diagnostic(
              .indicatorCycle, at: location,
              ["cycle": (cycle + [other]).map { drafts[$0].id }.joined(separator: " → ")]))
          for member in cycle { isBroken[member] = true }
        }
      }
    }
    return order
  }

  private func assemble(_ traits: [IndicatorDefaults.Traits?], beside: [[Int]])
    -> IndicatorDeclaration.Reading
  {
    let kept = drafts.indices.filter { !isBroken[$0] }.sorted {
      drafts[$0].id.utf8.lexicographicallyPrecedes(drafts[$1].id.utf8)
    }
    var places: [Int: IndicatorIndex] = [:]
    for (place, draft) in kept.enumerated() { places[draft] = place }
    var result = IndicatorDeclaration.Reading()
    for index in kept {
      let draft = drafts[index]
      guard let formula = draft.formula, let traits = traits[index] else { continue }
      var declaration = draft.declaration
      declaration.formula = resolved(formula, places)
      declaration.earlier = draft.earlier.compactMap { earlier in
        earlier.formula.map {
          EarlierDefinition(
            until: earlier.until, definition: earlier.definition, formula: resolved($0, places),
            note: earlier.note)
        }
      }
      declaration.beside = beside[index].compactMap { places[$0] }
      declaration.form = traits.form
      declaration.decimals = traits.decimals
      declaration.unit = traits.unit
      declaration.countsPeople = traits.countsPeople
      let values = draft.thresholds.map { $0?.value.value }
      declaration.target = values[0]
      declaration.warnBelow = values[1]
      declaration.badBelow = values[2]
      declaration.warnAbove = values[3]
      declaration.badAbove = values[4]
      result.indicators.append(declaration)
    }
    for index in drafts.indices where isBroken[index] { result.broken.formUnion(drafts[index].names) }
    for draft in kept { result.broken.subtract(drafts[draft].names) }
    return result
  }

  private func resolved(_ formula: DraftFormula, _ places: [Int: IndicatorIndex]) -> Formula {
    func operand(_ draft: DraftOperand) -> Operand {
      switch draft {
      case .measure(let measure): .measure(measure)
      case .reference(let name): .indicator(byName[name.value].flatMap { places[$0] } ?? 0)
      }
    }
    return switch formula {
    case .measure(let measure): .measure(measure)
    case .ratio(let left, let right): .ratio(operand(left), operand(right))
    case .difference(let left, let right): .difference(operand(left), operand(right))
    case .chapman(let chapman): .chapman(chapman)
    }
  }
}
