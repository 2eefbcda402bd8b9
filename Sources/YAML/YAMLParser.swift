import Common

/// Reads the part of YAML that a person writes: mappings, sequences and scalars.
package enum YAMLParser {
  /// The document's tree.
  ///
  /// Aliases, anchors, tags, several documents, duplicate keys and control characters are refused.
  /// Every error is a finding; after one there is no tree.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark.
  ///   - file: The path for findings.
  ///   - firstLine: The number of the text's first line, where it stands inside another file.
  /// - Returns: `nil` after an error, and for an empty document, which is none.
  /// - Complexity: O(bytes); each error costs that once more.
  package static func parse(
    _ bytes: some Collection<UInt8>, file: String, firstLine: Int = 1, limits: YAMLLimits = .standard,
    findings: inout Findings
  ) -> YAMLNode? {
    var made = Findings()
    let tree = bytes.withContiguousStorageIfAvailable { buffer in
      parse(buffer: buffer, file: file, firstLine: firstLine, limits: limits, findings: &made)
    }
    let result =
      tree
      ?? Array(bytes).withUnsafeBufferPointer { buffer in
        parse(buffer: buffer, file: file, firstLine: firstLine, limits: limits, findings: &made)
      }
    findings.add(contentsOf: made)
    return made.hasErrors ? nil : result
  }

  private static func parse(
    buffer: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int, limits: YAMLLimits,
    findings: inout Findings
  ) -> YAMLNode? {
    guard buffer.count <= limits.bytes else {
      findings.add(
        Diagnostic(
          .yamlTooLarge, at: Location(file: file),
          ["found": String(buffer.count), "limit": String(limits.bytes)]))
      return nil
    }
    let text = YAMLBytes(buffer)
    // libyaml takes no null pointer.
    guard !text.bytes.isEmpty, text.check(file: file, firstLine: firstLine, findings: &findings) else {
      return nil
    }
    var builder = YAMLTreeBuilder(file: file, firstLine: firstLine, limits: limits)
    var reader = YAMLEventReader(text.bytes)
    do {
      while builder.add(try reader.next()) {}
      findings.add(contentsOf: builder.findings)
    } catch {
      findings.add(contentsOf: builder.findings)
      let diagnosis = YAMLDiagnosis(error: error, text: text, lastQuoted: builder.lastQuoted)
      for finding in diagnosis.findings {
        let place = finding.mark.map(builder.location) ?? Location(file: file)
        findings.add(Diagnostic(finding.rule, at: place, finding.arguments))
      }
    }
    guard let root = builder.root, !root.isEmpty else { return nil }
    return root
  }
}
