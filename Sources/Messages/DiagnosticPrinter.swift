import Common

/// Writes findings for a person, a program or a code host, in one language.
package struct DiagnosticPrinter: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case text, json, sarif
  }

  let catalogue: MessageCatalogue
  let usesColour: Bool
  let version: String

  /// - Parameters:
  ///   - usesColour: ANSI colours, in the text form only.
  ///   - version: The program's, for SARIF.
  package init(catalogue: MessageCatalogue, usesColour: Bool = false, version: String = "0") {
    self.catalogue = catalogue
    self.usesColour = usesColour
    self.version = version
  }

  /// Writes findings in the order given; each form ends with a line break, text without findings is empty. Text shows
  /// some of many that are alike and counts the others, the forms for programs have every one.
  package func write(_ diagnostics: [Diagnostic], as format: Format, into buffer: inout ByteBuffer) {
    switch format {
    case .text:
      writeDigest(FindingDigest(diagnostics) { catalogue.message(for: $0.printable).says }, into: &buffer)
    case .json:
      var writer = JSONWriter()
      writeJSON(diagnostics, into: &writer)
      buffer.write(writer.buffer.bytes)
      buffer.write(byte: 0x0A)
    case .sarif:
      var writer = JSONWriter()
      writeSARIF(diagnostics, into: &writer)
      buffer.write(writer.buffer.bytes)
      buffer.write(byte: 0x0A)
    }
  }

  /// `最接近：安家嘴社区、…`; `nil` without suggestions.
  package func nearest(_ diagnostic: Diagnostic) -> String? {
    guard !diagnostic.suggestions.isEmpty else { return nil }
    let names = diagnostic.suggestions.joined(separator: catalogue.text("cli.list-separator"))
    return catalogue.text("cli.nearest", ["names": names])
  }

  /// `名单：东风社区、西苑社区`; `nil` without names.
  func list(_ diagnostic: Diagnostic) -> String? {
    guard !diagnostic.names.isEmpty else { return nil }
    let names = diagnostic.names.joined(separator: catalogue.text("cli.list-separator"))
    return catalogue.text("cli.names", ["names": names])
  }
}
