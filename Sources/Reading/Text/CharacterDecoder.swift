import Glibc

/// Turns text of another encoding into UTF-8, strictly: the C library's `iconv`, and the only use of it.
struct CharacterDecoder: ~Copyable {
  /// Names as `iconv` knows them.
  enum Encoding: String {
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
  }

  enum Outcome {
    case text([UInt8])
    /// The offset of the first byte that begins no character, and the text before it.
    case invalid(offset: Int, before: [UInt8])
  }

  private let descriptor: iconv_t

  /// `nil` where the system lacks the encoding's table.
  init?(_ encoding: Encoding) {
    guard let descriptor = iconv_open("UTF-8", encoding.rawValue), descriptor != iconv_t(bitPattern: -1)
    else {
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// - Parameter start: where the text begins, behind its mark.
  /// - Complexity: O(n).
  func decode(_ bytes: [UInt8], from start: Int) -> Outcome {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count - start) * 3 / 2 + 4)
    var at = start
    while at < bytes.count {
      let step = convert(bytes, from: at, into: &text)
      at += step.read
      // A full buffer is no fault: the next step goes on.
      if let code = step.failure, code != E2BIG { return .invalid(offset: at, before: text) }
    }
    return .text(text)
  }

  /// Converts what fits a buffer.
  private func convert(_ bytes: [UInt8], from start: Int, into text: inout [UInt8]) -> (
    read: Int, failure: Int32?
  ) {
    // `iconv` takes its input as mutable and leaves it alone.
    bytes.withUnsafeBytes { source in
      let room = 1 << 16
      var failure: Int32?
      var read = 0
      text.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          var input = UnsafeMutablePointer(
            mutating: source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
          var inputLeft = source.count - start
          var output = buffer.baseAddress.map {
            UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
          }
          var outputLeft = room
          if iconv(descriptor, &input, &inputLeft, &output, &outputLeft) == -1 { failure = errno }
          read = source.count - start - inputLeft
          count = room - outputLeft
        })
      return (read, failure)
    }
  }
}
