/// A tag as it stands in the source: `{{#name}}`.
struct Tag {
  enum Kind {
    case variable, raw, section, inverted, close, partial, parent, block, comment, delimiters
  }

  var kind: Kind
  /// The bytes of the whole tag, delimiters included.
  var range: Range<Int>
  /// The bytes between the sigils, without white space at the ends.
  var content: Range<Int>

  /// Whether the tag vanishes together with a line that it has for itself.
  var mayBeStandalone: Bool {
    switch kind {
    case .variable, .raw: false
    default: true
    }
  }
}

/// What encloses a tag: `{{` and `}}` until they are changed.
struct Delimiters {
  var open: [UInt8] = [0x7B, 0x7B]
  var close: [UInt8] = [0x7D, 0x7D]
}

extension TemplateSource {
  /// The next tag from `start` on.
  ///
  /// - Returns: `nil` without any further tag; a tag without `content` end, as `.failure`, when it is not closed.
  func nextTag(from start: Int, _ delimiters: Delimiters) -> Result<Tag, UnclosedTag>? {
    guard let open = find(delimiters.open, from: start) else { return nil }
    var content = open + delimiters.open.count
    var closing = delimiters.close
    let kind: Tag.Kind
    switch content < bytes.count ? bytes[content] : 0 {
    case 0x23: kind = .section
    case 0x5E: kind = .inverted
    case 0x2F: kind = .close
    case 0x3E: kind = .partial
    case 0x3C: kind = .parent
    case 0x24: kind = .block
    case 0x21: kind = .comment
    case 0x26: kind = .raw
    case 0x7B:
      kind = .raw
      closing = [0x7D] + closing
    case 0x3D:
      kind = .delimiters
      closing = [0x3D] + closing
    default:
      kind = .variable
      content -= 1
    }
    content += 1
    guard let end = find(closing, from: content) else { return .failure(UnclosedTag(start: open)) }
    return .success(
      Tag(kind: kind, range: open..<(end + closing.count), content: trimmed(content..<end)))
  }
}

/// A tag whose closing delimiter is missing.
struct UnclosedTag: Error {
  var start: Int
}
