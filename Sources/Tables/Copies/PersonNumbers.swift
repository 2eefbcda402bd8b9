import Reading

/// Numbers that stand for persons, in the order in which they were met: they say who is the same, and not who.
///
/// Fields of one group have the same numbers, as those that refer to one another must.
package struct PersonNumbers: Sendable {
  private var met: [String: ByteDictionary] = [:]

  package init() {}

  /// The number of a text, from 1: the same for the same text of the group.
  mutating func number(of text: UnsafeBufferPointer<UInt8>, in group: String) -> Int {
    Int(met[group, default: ByteDictionary()].code(for: text)) + 1
  }
}
