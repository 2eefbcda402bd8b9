internal import CXml

/// A function that gives bytes, behind a pointer that C hands back.
struct XMLSource {
  /// Fills a buffer, or less of it: 0 at the end, -1 when there are no more because something broke.
  var read: (UnsafeMutableRawBufferPointer) -> Int
  var scan = DocumentTypeScan()
  private var hasBegun = false

  init(read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    self.read = read
  }

  /// As libxml2 calls it.
  static let callback: xmlInputReadCallback = { context, buffer, length in
    guard let context, let buffer, length > 0 else { return -1 }
    let source = context.assumingMemoryBound(to: XMLSource.self)
    let space = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
    let count = source.pointee.read(space)
    guard count > 0 else { return Int32(truncatingIfNeeded: count) }
    // `<` in EBCDIC, which libxml2 would read: there the scan sees nothing.
    if !source.pointee.hasBegun, space[0] == 0x4C { return -1 }
    source.pointee.hasBegun = true
    source.pointee.scan.pass(UnsafeRawBufferPointer(rebasing: space[..<count]))
    return source.pointee.scan.hasFound ? -1 : Int32(truncatingIfNeeded: count)
  }
}
