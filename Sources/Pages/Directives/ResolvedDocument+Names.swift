extension ResolvedDocument {
  /// The document with other names for blocks whose names are taken on the page it is added to: a block's name is its
  /// anchor and the address of its CSV.
  func renamed(avoiding taken: Set<String>) -> ResolvedDocument {
    var result = self
    var names = taken
    result.pieces = pieces.map { piece in
      guard case .directive(let directive) = piece else { return piece }
      let own = directive.frame.id
      var id = own
      var number = 2
      while !names.insert(id).inserted {
        id = "\(own)-\(number)"
        number += 1
      }
      return .directive(id == own ? directive : directive.named(id))
    }
    return result
  }
}

extension ResolvedDirective {
  func named(_ id: String) -> ResolvedDirective {
    var frame = self.frame
    frame.id = id
    switch self {
    case .figures(_, let indicators): return .figures(frame, indicators)
    case .chart(_, let options): return .chart(frame, options)
    case .table(_, let options): return .table(frame, options)
    case .records(_, let options): return .records(frame, options)
    case .ranking(_, let options): return .ranking(frame, options)
    case .summary(_, let indicators): return .summary(frame, indicators)
    case .notes(_, let kinds): return .notes(frame, kinds)
    case .reminders(_, let options): return .reminders(frame, options)
    case .inputs(_, let indicators): return .inputs(frame, indicators)
    case .profile(_, let options): return .profile(frame, options)
    case .steps(_, let steps): return .steps(frame, steps)
    case .stories(_, let options): return .stories(frame, options)
    }
  }
}
