/// Which addresses may be written below a folder.
package enum SafeAddress {
  /// Relative, no empty, `.` or `..` part, no part with a leading dot, no backslash, colon or control character.
  package static func isSafe(_ address: String) -> Bool {
    guard !address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C || $0 == 0x3A }) else {
      return false
    }
    return parts(address).allSatisfy { !$0.isEmpty && $0.utf8.first != 0x2E }
  }

  /// The folders of an address and the name of its file.
  ///
  /// Parted at the byte, as the system does: a `/` that a combining mark follows is another character to Swift.
  static func parts(_ address: String) -> [Substring] {
    address.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The folders an address lies in, outermost first: `a`, `a/b` for `a/b/c.html`.
  static func folders(of address: String) -> [String] {
    var folders: [String] = []
    for index in address.utf8.indices where address.utf8[index] == 0x2F {
      folders.append(String(address.utf8[..<index]) ?? "")
    }
    return folders
  }
}
