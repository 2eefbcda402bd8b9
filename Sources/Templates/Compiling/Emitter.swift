internal import Common

/// Gathers a template's operations, and follows the markup that they will write.
struct Emitter {
  private(set) var operations: [Operation] = []
  private(set) var literals: [UInt8] = []
  private(set) var steps: [UInt32] = []
  private(set) var context = MarkupContext()
  /// The last position that something jumps to: literals are not joined across it.
  private var label = 0
  private var address: (operation: Int, hasSlot: Bool, label: Int)?

  /// Writes a template's own markup.
  mutating func markup(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch context.advance(byte) {
      case .valueBegan:
        literal(byte)
        if context.place == .address {
          operations.append(.address(end: 0))
          address = (operations.count - 1, false, label)
          label = operations.count
        }
      case .valueEnded:
        endAddress()
        literal(byte)
      case nil:
        literal(byte)
      }
    }
  }

  /// Writes words that are known already, escaped.
  mutating func words(_ text: String) {
    var escaped = ByteBuffer()
    escaped.write(escaped: text)
    for byte in escaped.bytes { literal(byte) }
  }

  mutating func append(_ operation: Operation) {
    if address != nil { address?.hasSlot = true }
    operations.append(operation)
  }

  /// Begins a section.
  ///
  /// - Returns: What `endSection` wants.
  mutating func beginSection(_ operation: Operation) -> Int {
    append(operation)
    label = operations.count
    return operations.count - 1
  }

  mutating func endSection(_ start: Int) {
    let end = UInt32(operations.count)
    label = operations.count
    switch operations[start] {
    case .whenTrue(let path, _): operations[start] = .whenTrue(path, end: end)
    case .whenFalse(let path, _): operations[start] = .whenFalse(path, end: end)
    case .each(let path, let frame, _): operations[start] = .each(path, frame: frame, end: end)
    default: break
    }
  }

  mutating func path(frame: Int, _ indices: [Int]) -> ValuePath {
    guard indices.count != 1 else {
      return ValuePath(frame: UInt16(frame), count: 1, start: UInt32(indices[0]))
    }
    let start = steps.count
    steps.append(contentsOf: indices.map(UInt32.init))
    return ValuePath(frame: UInt16(frame), count: UInt16(indices.count), start: UInt32(start))
  }

  /// Whether the address being written begins with a refused scheme before any slot.
  var isInRefusedAddress: Bool {
    guard let address, address.operation + 1 < operations.count,
      case .literal(let start, let count) = operations[address.operation + 1]
    else { return false }
    return Address.isRefused(Array(literals[Int(start)..<Int(start + count)]))
  }

  private mutating func literal(_ byte: UInt8) {
    literals.append(byte)
    if operations.count > label, case .literal(let start, let count)? = operations.last {
      operations[operations.count - 1] = .literal(start: start, count: count + 1)
    } else {
      operations.append(.literal(start: UInt32(literals.count - 1), count: 1))
    }
  }

  /// Closes an address; one without a slot needs no check and becomes a plain literal again.
  private mutating func endAddress() {
    guard let (start, hasSlot, before) = address else { return }
    address = nil
    guard !hasSlot else {
      operations[start] = .address(end: UInt32(operations.count))
      label = operations.count
      return
    }
    operations.remove(at: start)
    label = before
    // The value stands right behind the literal that leads to it, unless something jumps in between.
    if before < start, start < operations.count, case .literal(let first, let count) = operations[start - 1],
      case .literal(_, let more) = operations[start]
    {
      operations[start - 1] = .literal(start: first, count: count + more)
      operations.remove(at: start)
    }
  }
}
