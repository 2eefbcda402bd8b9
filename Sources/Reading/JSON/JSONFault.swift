import Common

/// Where a text stops being JSON (RFC 8259), or the array of objects that a table is.
package struct JSONFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Something that may not stand there; the text of it, on one line and short.
    case unexpected(String)
    /// `NaN`, `None`, `'text'`: a word that other notations have.
    case notAValue(String)
    case comment
    /// `012`, `+1`, `.5`, `1.`
    case badNumber(String)
    /// A string that is not closed, or holds a line break, a control character or a wrong escape.
    case badString
    case endsEarly
    /// Something stands behind the end.
    case trailing(String)
    case tooDeep
    /// Something other than an array of objects, or than an object in it.
    case noRecords
    /// The objects have more than ``Limits/jsonKeys``.
    case tooManyKeys
  }

  package var kind: Kind
  /// The offset of the byte at which it shows.
  package var offset: Int

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  package func diagnostic(at location: Location) -> Diagnostic {
    switch kind {
    case .unexpected(let found): Diagnostic(.jsonUnexpected, at: location, ["found": found])
    case .notAValue(let found): Diagnostic(.jsonNotAValue, at: location, ["found": found])
    case .comment: Diagnostic(.jsonComment, at: location)
    case .badNumber(let found): Diagnostic(.jsonBadNumber, at: location, ["found": found])
    case .badString: Diagnostic(.jsonBadString, at: location)
    case .endsEarly: Diagnostic(.jsonEndsEarly, at: location)
    case .trailing(let found): Diagnostic(.jsonTrailing, at: location, ["found": found])
    case .tooDeep: Diagnostic(.jsonTooDeep, at: location, ["limit": String(Limits.jsonDepth)])
    case .noRecords: Diagnostic(.jsonNoRecords, at: location)
    case .tooManyKeys: Diagnostic(.jsonTooManyKeys, at: location, ["limit": String(Limits.jsonKeys)])
    }
  }
}
