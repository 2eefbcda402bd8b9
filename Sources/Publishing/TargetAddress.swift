/// Where a site is sent.
package enum TargetAddress: Sendable, Hashable, CustomStringConvertible {
  /// A folder of this machine.
  case folder(String)
  case server(ServerAddress)

  package var description: String {
    switch self {
    case .folder(let path): path
    case .server(let address): address.description
    }
  }

  /// The store's folder where it stands.
  package var path: String {
    switch self {
    case .folder(let path): path
    case .server(let address): address.path
    }
  }
}
