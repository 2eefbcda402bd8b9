/// How sure a source was of its number.
package enum Exactness: UInt8, Sendable, CaseIterable {
  case exact
  /// 约400户
  case about
  /// 6000多户
  case moreThan

  /// The exactness of a sum: about with anything is about; more than with exact or more than is more than.
  package func combined(with other: Exactness) -> Exactness {
    if self == .about || other == .about { return .about }
    return self == .moreThan || other == .moreThan ? .moreThan : .exact
  }
}
