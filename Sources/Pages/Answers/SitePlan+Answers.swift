import Common
import Synchronization

extension SitePlan {
  /// Everything that a bulletin's page says of the data.
  ///
  /// - Complexity: that of the page.
  package func answers(behind bulletin: CivilDate) -> Set<CubeAnswer> {
    let log = AnswerLog()
    let observed = observed { log.add($0) }
    _ = observed.view(.bulletin(bulletin), at: Addresses.bulletin(bulletin))
    return log.answers
  }

  /// The same plan, whose pages tell what they ask about the data.
  private func observed(by observer: @escaping @Sendable (CubeAnswer) -> Void) -> SitePlan {
    var plan = self
    plan.context.observer = observer
    return plan
  }
}

/// Gathers answers; a page may be filled by any worker.
private final class AnswerLog: Sendable {
  private let known = Mutex<Set<CubeAnswer>>([])

  func add(_ answer: CubeAnswer) {
    known.withLock { _ = $0.insert(answer) }
  }

  var answers: Set<CubeAnswer> { known.withLock { $0 } }
}
