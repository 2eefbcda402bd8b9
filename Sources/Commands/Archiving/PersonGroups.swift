import Reading

/// Personal fields whose values must be told apart in copies without them: those of keys, those that are counted, and
/// those that refer to one another.
struct PersonGroups {
  /// By dataset and field: the name of the fields that are numbered together.
  private(set) var groups: [[Int: String]]

  init(_ project: Project) {
    let datasets = project.datasets
    groups = datasets.map { dataset in
      Dictionary(
        uniqueKeysWithValues: dataset.key.filter { dataset.fields[$0].isPersonal }.map { ($0, "") })
    }
    for formula in project.indicators.flatMap({ [$0.formula] + $0.earlier.map(\.formula) }) {
      for measure in formula.measures {
        guard let dataset = measure.dataset, let field = measure.field,
          datasets[dataset].fields[field].isPersonal
        else { continue }
        groups[dataset][field] = ""
      }
    }
    var links: [(from: (Int, Int), to: (Int, Int))] = []
    for (index, dataset) in datasets.enumerated() {
      for key in dataset.foreignKeys {
        for (field, reference) in zip(key.fields, key.references) {
          guard let other = datasets.firstIndex(where: { $0.name == reference.dataset }),
            let target = datasets[other].field(named: reference.field),
            dataset.fields[field].isPersonal || datasets[other].fields[target].isPersonal
          else { continue }
          links.append(((index, field), (other, target)))
        }
      }
    }
    for (index, fields) in groups.enumerated() {
      for field in fields.keys {
        groups[index][field] = "\(datasets[index].name).\(datasets[index].fields[field].name)"
      }
    }
    join(links, datasets)
  }

  /// Gives fields that refer to one another the same name: that of the field referred to.
  private mutating func join(_ links: [(from: (Int, Int), to: (Int, Int))], _ datasets: [DatasetDeclaration])
  {
    for _ in links {
      for (from, to) in links {
        let name =
          groups[to.0][to.1] ?? "\(datasets[to.0].name).\(datasets[to.0].fields[to.1].name)"
        groups[to.0][to.1] = name
        groups[from.0][from.1] = name
      }
    }
  }
}

extension Formula {
  /// The measures it is computed from, those of other indicators aside.
  fileprivate var measures: [Measure] {
    switch self {
    case .measure(let measure): [measure]
    case .ratio(let left, let right), .difference(let left, let right): [left, right].compactMap(\.measure)
    case .chapman(let estimate): estimate.measures
    }
  }
}

extension Operand {
  fileprivate var measure: Measure? {
    if case .measure(let measure) = self { measure } else { nil }
  }
}
