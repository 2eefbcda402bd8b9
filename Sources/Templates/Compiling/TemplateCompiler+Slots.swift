internal import Common

extension TemplateCompiler {
  mutating func emitVariable(_ name: Name, raw: Bool) {
    guard let resolved = resolve(name) else { return }
    switch resolved {
    case .word(let text):
      if raw { return refuse(.rawText, name) }
      if allowsText(name) { emitter.words(text) }
    case .field(.text, let frame, let steps):
      if raw { return refuse(.rawText, name) }
      if allowsText(name) { emitter.append(.text(emitter.path(frame: frame, steps))) }
    case .field(.html, let frame, let steps):
      guard emitter.context.place == .text else { return refuse(.htmlOutsideText, name) }
      emitter.append(.html(emitter.path(frame: frame, steps)))
    case .field(let kind, _, _):
      findings.add(Diagnostic(.notPrintable, at: name.location, ["name": name.text, "kind": kind.word]))
    }
  }

  mutating func emitSection(_ name: Name, inverted: Bool, _ nodes: [Node], _ around: Surroundings) {
    guard let resolved = resolve(name) else { return }
    let before = emitter.context
    switch resolved {
    case .word(let text):
      guard text.isEmpty == inverted else { return }
      scopes.append(.nothing)
      emit(nodes, around)
      scopes.removeLast()
    case .field(let kind, let frame, let steps):
      let path = emitter.path(frame: frame, steps)
      if inverted {
        let start = emitter.beginSection(.whenFalse(path, end: 0))
        emit(nodes, around)
        emitter.endSection(start)
      } else if case .list(let item) = kind {
        let start = emitter.beginSection(.each(path, frame: UInt16(frames), end: 0))
        scopes.append(.record(item, frame: frames, steps: []))
        frames += 1
        mostFrames = max(mostFrames, frames)
        emit(nodes, around)
        frames -= 1
        scopes.removeLast()
        emitter.endSection(start)
      } else {
        let start = emitter.beginSection(.whenTrue(path, end: 0))
        scopes.append(Self.scope(kind, frame: frame, steps: steps))
        emit(nodes, around)
        scopes.removeLast()
        emitter.endSection(start)
      }
      if !emitter.context.agrees(with: before) { refuse(.sectionCutsMarkup, name) }
    }
  }

  private static func scope(_ kind: Schema.Kind, frame: Int, steps: [Int]) -> Scope {
    switch kind {
    case .record(let schema): .record(schema, frame: frame, steps: steps)
    case .text, .html: .value(kind, frame: frame, steps: steps)
    case .flag, .list: .nothing
    }
  }

  private mutating func allowsText(_ name: Name) -> Bool {
    switch emitter.context.place {
    case .address where emitter.isInRefusedAddress: refuse(.slotInCode, name)
    case .text, .attribute, .address: return true
    case .tag: refuse(.slotInTag, name)
    case .unquoted: refuse(.slotUnquoted, name)
    case .code: refuse(.slotInCode, name)
    }
    return false
  }

  private mutating func refuse(_ rule: Rule, _ name: Name) {
    findings.add(Diagnostic(rule, at: name.location, ["name": name.text]))
  }
}
