import Common
import YAML

extension DatasetReader {
  /// `missingValues: ["", 未报, {value: "/", label: 不适用}]`; the empty text is always one of them.
  func missingValues(_ map: inout YAMLMapping) -> [MissingValue] {
    guard let entry = map.take("missingValues"), !entry.value.isEmpty else { return [""] }
    var values: [MissingValue] = []
    for node in entry.value.sequence ?? [entry.value] {
      let value: MissingValue
      if let text = node.scalar {
        value = MissingValue(text)
      } else if let labelled = labelled(node, &map) {
        value = labelled
      } else {
        continue
      }
      if values.contains(where: { $0.text == value.text }) {
        map.findings.add(Diagnostic(.missingValueTwice, at: node.location, ["found": value.text]))
      } else {
        values.append(value)
      }
    }
    return values.contains { $0.text.isEmpty } ? values : [""] + values
  }

  private func labelled(_ node: YAMLNode, _ map: inout YAMLMapping) -> MissingValue? {
    guard node.sequence == nil, var value = YAMLMapping(node, findings: &map.findings) else {
      if node.sequence != nil {
        map.findings.add(
          Diagnostic(.yamlNotTexts, at: node.location, ["key": "missingValues", "found": node.summary]))
      }
      return nil
    }
    // The text may be empty: it is read as written, not as a key that is not there.
    let text = value.take("value")?.value.scalar
    if text == nil {
      value.findings.add(Diagnostic(.yamlMissingKey, at: value.location, ["key": "value"]))
    }
    let label = value.string("label")
    value.finish(findings: &map.findings)
    return text.map { MissingValue($0, label: label) }
  }
}
