import Common
import YAML

extension DatasetReader {
  /// `command: [psql, --csv, -c, "select …"]` and `timeout: 60s`.
  func command(_ map: inout YAMLMapping) -> CommandDeclaration? {
    let hasTimeout = map.has("timeout")
    let timeout = map.value("timeout", orElse: .badTimeout) { $0.scalar.flatMap(Self.seconds) }
    guard map.has("command") else {
      if hasTimeout {
        map.findings.add(Diagnostic(.timeoutWithoutCommand, at: map.location(of: "timeout")))
      }
      return nil
    }
    let location = map.location(of: "command")
    guard let words = map.locatedStrings("command")?.map(\.value) else { return nil }
    if words.first?.isEmpty ?? true { map.findings.add(Diagnostic(.emptyCommand, at: location)) }
    return CommandDeclaration(
      words: words, timeout: timeout ?? CommandDeclaration.usualTimeout, location: location)
  }

  /// `90s`, `5m`, `90秒`, `5分钟`; a day at most.
  private static func seconds(_ text: String) -> Int? {
    let units = [("s", 1), ("秒", 1), ("m", 60), ("分钟", 60), ("h", 3600), ("小时", 3600)]
    guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
    let digits = text.dropLast(unit.count)
    guard let number = Int(digits), digits.allSatisfy(\.isNumber), (1...86_400).contains(number) else {
      return nil
    }
    return number * factor <= 86_400 ? number * factor : nil
  }
}
