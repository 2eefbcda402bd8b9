/// What the preview shows now, and who waits to hear that it is something else.
package actor PreviewState {
  /// A state of the site: it never changes, the next one takes its place.
  package struct Moment: Sendable {
    /// The last site that could be made; `nil` before the first.
    package var site: PreviewSite?
    package var report: PreviewReport
  }

  /// A browser has six connections for one address and opens no page while events hold them all. The listener that has
  /// waited longest goes when there are more than this; its browser comes back by itself.
  static let mostListeners = 4

  package private(set) var moment: Moment
  private var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
  private var nextListener = 0

  package init(_ report: PreviewReport) {
    moment = Moment(site: nil, report: report)
  }

  /// - Parameter site: `nil` when none could be made: the last good one stays.
  package func show(_ site: PreviewSite?, _ report: PreviewReport) {
    moment = Moment(site: site ?? moment.site, report: report)
    wakeAll()
  }

  /// Makes every listener look at ``moment`` again.
  package func wakeAll() {
    for listener in listeners.values { listener.yield() }
  }

  /// An element at once, and one whenever there may be something new. What is missed is no loss: who listens looks at
  /// the state itself.
  package func wakes() -> AsyncStream<Void> {
    let number = nextListener
    nextListener += 1
    if listeners.count >= Self.mostListeners, let oldest = listeners.keys.min() {
      listeners.removeValue(forKey: oldest)?.finish()
    }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    listeners[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.forget(number) }
    }
    continuation.yield()
    return stream
  }

  package var listenerCount: Int { listeners.count }

  private func forget(_ number: Int) {
    listeners[number] = nil
  }
}
