package import Common

extension Template {
  /// Writes the template, filled with a record of its schema.
  ///
  /// - Complexity: O(bytes written). Memory is allocated for addresses only, once a page.
  package func render(_ record: Record, into output: inout ByteBuffer) {
    assert(record.tag == schema, "a record of another schema than \(name)'s")
    guard record.tag == schema else { return }
    operations.withUnsafeBufferPointer { operations in
      literals.withUnsafeBufferPointer { literals in
        record.values.withUnsafeBufferPointer { root in
          withUnsafeTemporaryAllocation(of: Frame.self, capacity: frames) { stack in
            stack.initialize(repeating: root)
            var filling = Filling(operations: operations, literals: literals, steps: steps, stack: stack)
            filling.run(0, operations.count, into: &output)
          }
        }
      }
    }
  }
}

/// The values of one record on the stack. The page's record outlives every frame, and each list its items'.
private typealias Frame = UnsafeBufferPointer<Value>

/// One page being written.
private struct Filling {
  let operations: UnsafeBufferPointer<Operation>
  let literals: UnsafeBufferPointer<UInt8>
  let steps: [UInt32]
  let stack: UnsafeMutableBufferPointer<Frame>
  /// Where an address is put together before it is judged.
  var address = ByteBuffer()

  init(
    operations: UnsafeBufferPointer<Operation>, literals: UnsafeBufferPointer<UInt8>, steps: [UInt32],
    stack: UnsafeMutableBufferPointer<Frame>
  ) {
    self.operations = operations
    self.literals = literals
    self.steps = steps
    self.stack = stack
  }

  mutating func run(_ start: Int, _ end: Int, into output: inout ByteBuffer) {
    var position = start
    while position < end {
      let operation = operations[position]
      position += 1
      switch operation {
      case .literal(let start, let count):
        output.write(UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(start + count)]))
      case .text(let path): write(text: value(path), into: &output)
      case .html(let path):
        if case .html(let bytes) = value(path) { bytes.withUnsafeBufferPointer { output.write($0) } }
      case .whenTrue(let path, let end):
        if !value(path).isTrue { position = Int(end) }
      case .whenFalse(let path, let end):
        if value(path).isTrue { position = Int(end) }
      case .each(let path, let frame, let end):
        if case .list(let records) = value(path) {
          for record in records {
            record.values.withUnsafeBufferPointer { values in
              stack[Int(frame)] = values
              run(position, Int(end), into: &output)
            }
          }
        }
        position = Int(end)
      case .address(let end):
        var parts = address
        address = ByteBuffer()
        parts.removeAll()
        run(position, Int(end), into: &parts)
        if Address.isRefused(parts.bytes) {
          output.write(byte: 0x23)
        } else {
          parts.bytes.withUnsafeBufferPointer { output.write($0) }
        }
        address = parts
        position = Int(end)
      }
    }
  }

  private func write(text: Value, into output: inout ByteBuffer) {
    switch text {
    case .text(let bytes): bytes.withUnsafeBufferPointer { output.write(escapedText: $0) }
    case .string(let string):
      let done: Void? = string.utf8.withContiguousStorageIfAvailable { output.write(escapedText: $0) }
      if done == nil { output.write(escaped: string) }
    default: break
    }
  }

  @inline(__always)
  private func value(_ path: ValuePath) -> Value {
    let frame = stack[Int(path.frame)]
    let start = Int(path.start)
    if path.count == 1 { return start < frame.count ? frame[start] : .absent }
    return distantValue(path, frame)
  }

  private func distantValue(_ path: ValuePath, _ frame: Frame) -> Value {
    let indices = steps[Int(path.start)..<(Int(path.start) + Int(path.count))]
    guard let first = indices.first, Int(first) < frame.count else { return .absent }
    var value = frame[Int(first)]
    for index in indices.dropFirst() {
      guard case .record(let record) = value, Int(index) < record.values.count else { return .absent }
      value = record.values[Int(index)]
    }
    return value
  }
}
