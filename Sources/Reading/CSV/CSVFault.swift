import Common

/// A place in a CSV file that RFC 4180 does not allow.
package struct CSVFault: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A field begins with `"` and no other one ends it.
    case unclosedQuote
    /// Something other than a separator stands behind the quote that ends a field.
    case textAfterQuote
    /// The record is longer than ``Limits/line``.
    case tooLong
  }

  package var kind: Kind
  /// The physical line on which the field begins.
  package var line: Int
  /// The field's number, from 1.
  package var column: Int

  package init(kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  package func diagnostic(file: String) -> Diagnostic {
    diagnostic(at: Location(file: file, line: line, column: column))
  }

  /// - Parameter location: where the fault stands, in the words of the source.
  package func diagnostic(at location: Location) -> Diagnostic {
    switch kind {
    case .unclosedQuote: Diagnostic(.unclosedQuote, at: location)
    case .textAfterQuote: Diagnostic(.textAfterQuote, at: location)
    case .tooLong: Diagnostic(.lineTooLong, at: location, ["limit": String(Limits.line)])
    }
  }
}
