internal import Common

/// What a block's content is replaced by, and the overrides in force where that was written.
struct Override {
  var block: Block
  var overrides: Int
}

extension TemplateCompiler {
  /// Adds a parent's arguments to the overrides in force, which go before them: the outermost template decides.
  ///
  /// - Returns: The index of the new set.
  mutating func override(_ arguments: [Block], parent: Name, _ around: Surroundings) -> Int {
    guard !arguments.isEmpty else { return around.overrides }
    let known = library.blockNames(of: parent.text)
    var set: [String: Override] = [:]
    for block in arguments {
      if library.templates[parent.text] != nil, !known.contains(block.name.text) {
        findings.add(
          Diagnostic(
            .unknownBlock, at: block.name.location, ["name": block.name.text, "parent": parent.text],
            suggestions: NearestNames.find(block.name.text, in: known)))
      }
      set[block.name.text] = Override(block: block, overrides: around.overrides)
    }
    overrides.append(set.merging(overrides[around.overrides]) { $1 })
    return overrides.count - 1
  }

  /// Writes a block's own content or what overrides it.
  ///
  /// The replacing lines are indented as the block's own first line is, or as its tag when it has none.
  mutating func emitBlock(_ block: Block, _ around: Surroundings) {
    guard let override = overrides[around.overrides][block.name.text] else {
      emit(block.nodes, around)
      return
    }
    var inside = around
    inside.overrides = override.overrides
    var nodes = override.block.nodes
    let startsLine = if case .lineStart? = nodes.first { true } else { false }
    if block.isStandalone {
      inside.indent += block.nodes.firstIndent ?? block.indent
      if !startsLine, !nodes.isEmpty { nodes.insert(.lineStart, at: 0) }
    } else {
      inside.indent += block.indent
      // Its first line goes on with the line that the block stands in.
      if startsLine { nodes.removeFirst() }
    }
    emit(nodes, inside)
  }
}
