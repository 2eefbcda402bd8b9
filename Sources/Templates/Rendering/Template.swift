/// A template that is ready to be filled: operations over one arena of literal bytes.
///
/// It holds no names: those were looked up when it was compiled.
package struct Template: Sendable {
  /// The name it was compiled under.
  package let name: String
  let schema: UInt32
  let operations: [Operation]
  let literals: [UInt8]
  let steps: [UInt32]
  /// How many records stand on the stack at most.
  let frames: Int
}
