/// Whom a request is addressed to.
///
/// A page elsewhere can have its own name point to 127.0.0.1 and read what answers there (DNS rebinding); its requests
/// still carry that name.
enum OwnHost {
  /// Whether a `Host` header names this machine; any port, as a tunnel may lead from another.
  static func isNamed(by header: String?) -> Bool {
    guard let header else { return false }
    let parts = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count == 1 || UInt16(parts[1]) != nil else { return false }
    return name == "127.0.0.1" || name.lowercased() == "localhost"
  }
}
