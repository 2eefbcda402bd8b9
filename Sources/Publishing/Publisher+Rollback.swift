import Output

extension Publisher {
  /// Which release to go back to.
  package enum Destination: Sendable, Hashable {
    /// The one made before the live one.
    case older
    /// The one that was live before the live one: what undoes the last switch.
    case previous
    case named(String)
  }

  /// Makes a release live that stands in the store already. Nothing is removed: each switch can be undone by another.
  ///
  /// - Returns: the release, and the one that was live before.
  /// - Throws: `PublishError`, `damaged` when the release is not what it was: it is not made live.
  package func goBack(
    to destination: Destination, in store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) -> (release: ReleaseID, from: ReleaseID?) {
    let before = try store.ledger()
    let release = try find(destination, in: before)
    guard let manifest = try store.manifest(of: release) else { throw .damaged(release, []) }
    let differences = Difference.all(of: manifest, in: try store.contents(of: .whole(release)))
    guard differences.isEmpty else { throw .damaged(release, differences) }
    if release != before.live {
      try switchOver(to: release, manifest, from: before, action: .rollback, &store)
    }
    return (release, before.live)
  }

  private func find(_ destination: Destination, in ledger: Ledger) throws(PublishError) -> ReleaseID {
    switch destination {
    case .older:
      guard let older = ledger.older, older != ledger.live else { throw .nothingBefore }
      return older
    case .previous:
      guard let previous = ledger.previous else { throw .nothingBefore }
      return previous
    case .named(let name):
      // The beginning of a name is enough where only one release has it: a day has mostly one.
      let matches = ledger.stored.filter { $0.description == name || $0.description.hasPrefix(name + "-") }
      guard matches.count == 1, let release = matches.first else {
        throw .unknownRelease(name, stored: matches.isEmpty ? ledger.stored : matches)
      }
      return release
    }
  }
}
