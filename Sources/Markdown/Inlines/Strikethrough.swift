import CommonMark

/// Which pairs of tildes in a block strike text out: `~~昨日~~`, as GFM has it, beside Chinese too.
///
/// One tilde is none: 「3~5 人，6~7 天」 are ranges.
struct Strikethrough {
  enum Edge { case opens, closes }

  /// Where a run of tildes stands: in which of the block's texts, counted from 1, at which byte.
  private struct Position: Hashable {
    var text: Int
    var offset: Int
  }

  private var edges: [Position: Edge] = [:]

  init() {}

  /// Reads the inlines of a block.
  ///
  /// - Parameter hasCells: Whether a pair must stay in one cell of a table.
  /// - Complexity: O(bytes inside).
  init(inside node: borrowing MarkdownEvent, source: PreparedSource, hasCells: Bool) {
    guard source.hasTildes else { return }
    var reader = Reader(source: source, hasCells: hasCells)
    node.forEachInside { reader.read($0) }
    var openers: [(position: Position, container: Int)] = []
    for token in reader.tokens {
      switch token {
      case .barrier: openers.removeAll(keepingCapacity: true)
      case .leave(let container):
        while let last = openers.last, last.container == container { openers.removeLast() }
      case .run(let run):
        let flanks = Flanks(before: run.before, beforeThat: run.beforeThat, after: run.after)
        if flanks.right, let opener = openers.last, opener.container == run.container {
          edges[opener.position] = .opens
          edges[run.position] = .closes
          openers.removeLast()
        } else if flanks.left {
          openers.append((run.position, run.container))
        }
      }
    }
  }

  var isEmpty: Bool { edges.isEmpty }

  func edge(text: Int, offset: Int) -> Edge? {
    edges[Position(text: text, offset: offset)]
  }

  private struct Run {
    var position: Position
    var container: Int
    var before: Unicode.Scalar?
    var beforeThat: Unicode.Scalar?
    var after: Unicode.Scalar?
  }

  private enum Token {
    case run(Run)
    case leave(Int)
    case barrier
  }

  private struct Reader {
    let source: PreparedSource
    let hasCells: Bool
    var tokens: [Token] = []
    private var text = 0
    private var containers = [0]
    private var made = 0
    private var last: Unicode.Scalar?
    private var lastButOne: Unicode.Scalar?
    /// The run whose next character is not known yet.
    private var waiting: Int?

    init(source: PreparedSource, hasCells: Bool) {
      self.source = source
      self.hasCells = hasCells
    }

    mutating func read(_ event: borrowing MarkdownEvent) {
      switch event.kind {
      case .text:
        text += 1
        event.withLiteral { read($0) }
      case .softBreak, .lineBreak:
        see(nil)
        if hasCells { tokens.append(.barrier) }
      case .code: see("`")
      case .htmlInline: see(event.withLiteral { EastAsianText.last(of: $0) })
      case .emphasis, .strong: enterOrLeave(event.isEntering, "*", "*")
      case .link, .image: enterOrLeave(event.isEntering, "[", ")")
      default: break
      }
    }

    private mutating func enterOrLeave(_ isEntering: Bool, _ open: Unicode.Scalar, _ close: Unicode.Scalar) {
      see(isEntering ? open : close)
      if isEntering {
        made += 1
        containers.append(made)
      } else if let container = containers.popLast() {
        tokens.append(.leave(container))
      }
    }

    private mutating func see(_ scalar: Unicode.Scalar?) {
      resolve(scalar)
      (lastButOne, last) = (last, scalar)
    }

    private mutating func resolve(_ scalar: Unicode.Scalar?) {
      guard let index = waiting, case .run(var run) = tokens[index] else { return }
      run.after = scalar
      tokens[index] = .run(run)
      waiting = nil
    }

    private mutating func read(_ literal: UnsafeBufferPointer<UInt8>) {
      source.forEachRun(in: literal) { piece in
        switch piece {
        case .text(let part):
          guard let from = literal.baseAddress, let at = part.baseAddress else { return }
          read(part, at: from.distance(to: at))
        case .mark(let mark):
          if case .escaped(let byte) = mark.kind { see(Unicode.Scalar(byte)) } else { see("0") }
        }
      }
    }

    private mutating func read(_ part: UnsafeBufferPointer<UInt8>, at base: Int) {
      var index = 0
      while index < part.count {
        switch part[index] {
        case 0x7E:
          var end = index
          while end < part.count, part[end] == 0x7E { end += 1 }
          if end - index == 2 {
            resolve("~")
            tokens.append(
              .run(
                Run(
                  position: Position(text: text, offset: base + index), container: containers.last ?? 0,
                  before: last, beforeThat: lastButOne)))
            waiting = tokens.count - 1
            (lastButOne, last) = (last, "~")
          } else {
            see("~")
          }
          index = end
        case 0x7C where hasCells && containers.count == 1:
          see("|")
          tokens.append(.barrier)
          index += 1
        case let byte where byte < 0x80:
          see(Unicode.Scalar(byte))
          index += 1
        default:
          let scalar = EastAsianText.scalar(in: part, at: index, end: part.count)
          see(scalar)
          index += max(1, scalar.map { UTF8.width($0) } ?? 1)
        }
      }
    }
  }
}
