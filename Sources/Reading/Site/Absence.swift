import YAML

extension YAMLMapping {
  /// `absent: 0`: what has no row is none, not unknown.
  mutating func absentIsZero() -> Bool {
    value("absent", orElse: .absentNotZero) { $0.scalar == "0" ? true : nil } ?? false
  }
}
