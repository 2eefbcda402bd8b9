/// A folder on a server: `ssh://user@host:port/path`.
package struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
  package let user: String?
  /// A name, an address of four numbers, or one of version 6 without its brackets.
  package let host: String
  package let port: Int?
  /// From the server's root.
  package let path: String

  package enum Fault: Error, Sendable, CaseIterable {
    case notSSH, user, host, port, path
  }

  /// Reads an address. Only what can mean nothing else to ssh, rsync and a shell is taken: no host or user that begins
  /// with a dash, none with anything but letters, digits, `.`, `_` and `-`.
  package init(_ text: String) throws(Fault) {
    let scheme = "ssh://"
    guard text.hasPrefix(scheme) else { throw .notSSH }
    let rest = text.dropFirst(scheme.count)
    guard let slash = rest.firstIndex(of: "/") else { throw .path }
    var authority = String(rest[..<slash])
    user = try Self.user(&authority)
    (host, port) = try Self.hostAndPort(authority)
    guard let decoded = Self.decoded(rest[slash...]), Self.isPath(decoded) else { throw .path }
    path = decoded
  }

  private static func user(_ authority: inout String) throws(Fault) -> String? {
    guard let at = authority.lastIndex(of: "@") else { return nil }
    let user = String(authority[..<at])
    authority.removeSubrange(authority.startIndex...at)
    guard isName(user, also: "_") else { throw .user }
    return user
  }

  private static func hostAndPort(_ text: some StringProtocol) throws(Fault) -> (String, Int?) {
    var host = String(text)
    var port: Int?
    let afterBracket = host.lastIndex(of: "]") ?? host.startIndex
    if let colon = host[afterBracket...].lastIndex(of: ":") {
      let digits = host[host.index(after: colon)...]
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
        (1...65_535).contains(number)
      else { throw .port }
      port = number
      host = String(host[..<colon])
    }
    if host.hasPrefix("["), host.hasSuffix("]") {
      let inner = host.dropFirst().dropLast()
      guard inner.contains(":"),
        inner.utf8.allSatisfy({
          (0x30...0x3A).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0) || $0 == 0x2E
        })
      else { throw .host }
      return (String(inner), port)
    }
    guard isName(host) else { throw .host }
    return (host, port)
  }

  private static func isName(_ text: String, also more: String = "") -> Bool {
    !text.isEmpty && text.utf8.first != 0x2D
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
          || byte == 0x2D || byte == 0x2E || more.utf8.contains(byte)
      }
  }

  /// Below the root, with no control character and no step back: what it is can be seen from reading it.
  private static func isPath(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: 0x2F)
    return !parts.isEmpty && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F }
      && parts.allSatisfy { !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8) }
  }

  private static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// As ssh takes it.
  var login: String { (user.map { $0 + "@" } ?? "") + host }

  /// As rsync takes it, with a folder below the store's.
  func location(of name: String) -> String {
    let host = host.contains(":") ? "[\(host)]" : host
    return (user.map { $0 + "@" } ?? "") + host + ":" + path + "/" + name
  }

  package var description: String {
    let host = host.contains(":") ? "[\(host)]" : host
    return "ssh://" + (user.map { $0 + "@" } ?? "") + host + (port.map { ":\($0)" } ?? "") + path
  }
}
