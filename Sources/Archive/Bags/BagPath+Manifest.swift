import Digests

extension BagPath {
  /// As a manifest writes it: a percent sign, LF and CR are encoded (RFC 8493, section 2.1.3).
  var inManifest: [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x25: Array("%25".utf8)
      case 0x0A: Array("%0A".utf8)
      case 0x0D: Array("%0D".utf8)
      default: [byte]
      }
    }
  }

  /// What may be wrong with a path that a manifest or an archive names.
  package enum Fault: Hashable, Sendable {
    case empty
    /// It names a place outside of the bag, or may on some system: absolute, `..`, `~`, a drive, a server's share.
    case leavesTheBag
  }

  /// A path as it was written, brought into the form that files are listed in.
  struct Written: Hashable, Sendable {
    /// Without `./` and doubled slashes, percent-encoding decoded.
    var path: BagPath
    /// Without decoding: what older versions and some programs mean.
    var undecoded: BagPath
    var fault: Fault?
    /// Whether something had to be taken out that leads nowhere.
    var isIndirect: Bool
  }

  static func read(_ written: some Sequence<UInt8>) -> Written {
    let raw = Array(written)
    let (path, isIndirect) = straight(raw)
    return Written(
      path: BagPath(bytes: decoded(path)), undecoded: BagPath(bytes: path), fault: fault(of: raw),
      isIndirect: isIndirect)
  }

  /// - Complexity: O(bytes)
  package static func fault(of raw: [UInt8]) -> Fault? {
    guard let first = raw.first else { return .empty }
    let parts = raw.split(separator: 0x2F)
    if parts.isEmpty { return .empty }
    let isRooted = first == 0x2F || first == 0x5C || first == 0x7E
    // `C:\`, `%HomeDrive%\`; a name with a percent sign or a colon somewhere is a name.
    let isDrive = raw.count > 1 && raw[1] == 0x3A && isLetter(first)
    let isVariable = first == 0x25 && parts[0].dropFirst().contains(0x25) && parts[0].contains(0x5C)
    let climbs = raw.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).contains {
      $0.elementsEqual([0x2E, 0x2E])
    }
    return isRooted || isDrive || isVariable || climbs || raw.contains(0) ? .leavesTheBag : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// A path without what leads nowhere: `./`, doubled slashes, a slash at the end.
  static func straight(_ raw: [UInt8]) -> ([UInt8], isIndirect: Bool) {
    let parts = raw.split(separator: 0x2F, omittingEmptySubsequences: false)
    let kept = parts.filter { !$0.isEmpty && !$0.elementsEqual([0x2E]) }
    return (Array(kept.joined(separator: [0x2F])), kept.count != parts.count)
  }

  /// Only what the encoder writes is decoded: another percent sign stands for itself.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x25) else { return bytes }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let code = Hexadecimal.bytes(rest.prefix(2), anyCase: true), code.count == 1,
        [0x25, 0x0A, 0x0D].contains(code[0])
      {
        result.append(code[0])
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
