import Common

/// A field of another dataset, by name: what it refers to is looked up when every dataset has been read.
package struct FieldReference: Hashable, Sendable {
  package var dataset: String
  package var field: String
  package var location: Location

  package init(dataset: String, field: String, location: Location) {
    self.dataset = dataset
    self.field = field
    self.location = location
  }
}

/// A rule between fields, days, levels or datasets, declared in a dataset. Fields are indices.
package struct CheckDeclaration: Sendable {
  package enum Kind: Sendable, Hashable {
    /// `{field: done, minimum: 0, maximum: 100}`
    case bounds(field: Int, minimum: Rational?, maximum: Rational?)
    /// `{field: done, at_most: due}`
    case atMost(field: Int, other: Int)
    /// `{sum: [a, b], equals: total}`
    case sumEquals(fields: [Int], total: Int)
    /// `{field: total, never_falls: true}`: a cumulative series.
    case neverFalls(field: Int)
    /// `{field: a, changes_at_most: 3, from: 20}`: neither more than `factor` times the place's previous report
    /// nor less than that part of it; days on which both values are below `from` are passed over.
    case changesAtMost(field: Int, factor: Rational, from: Rational)
    /// `{field: total, adds: new}`: the cumulative number is the previous one and what is new.
    case adds(field: Int, new: Int)
    /// `{field: a, equals: other_dataset.field, tolerance: 0}`, by place and day.
    case equals(field: Int, other: FieldReference, tolerance: Rational)
    /// `{field: a, level_sums: true, tolerance: 0}`: a level's own total is the sum of its children.
    case levelSums(field: Int, tolerance: Rational)
  }

  package var kind: Kind
  package var severity: Severity
  package var location: Location

  package init(kind: Kind, severity: Severity, location: Location) {
    self.kind = kind
    self.severity = severity
    self.location = location
  }
}

/// Frictionless `foreignKeys`: values that must stand in another dataset, or in other fields of this one.
package struct ForeignKeyDeclaration: Sendable {
  /// Indices of the dataset's own fields.
  package var fields: [Int]
  /// As many, in the same order.
  package var references: [FieldReference]
  package var severity: Severity
  package var location: Location

  package init(fields: [Int], references: [FieldReference], severity: Severity, location: Location) {
    self.fields = fields
    self.references = references
    self.severity = severity
    self.location = location
  }
}
