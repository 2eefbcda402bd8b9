/// Where in an HTML document the bytes written so far have arrived: what decides how a text must be escaped.
///
/// It follows the states of the HTML standard's tokenizer (section 13.2.5) as far as slots need them.
struct MarkupContext {
  enum State: Equatable {
    case text, tagOpen, tagName, tag, attributeName, beforeValue, unquoted
    case quoted(UInt8)
    case declaration, comment
    /// In `<script>` or `<style>`, where nothing is escaped.
    case raw
  }

  enum Event {
    case valueBegan, valueEnded
  }

  private(set) var state = State.text
  private(set) var attribute: [UInt8] = []
  private var tagName: [UInt8] = []
  private var isClosing = false
  /// Counts quoted values, so that a section cannot end one and begin the next unseen.
  private var values = 0
  private var tail: [UInt8] = []

  mutating func advance(_ byte: UInt8) -> Event? {
    switch state {
    case .text:
      if byte == 0x3C { enterTag() }
    case .tagOpen: openTag(byte)
    case .tagName, .tag, .attributeName, .beforeValue, .unquoted: return advanceInTag(byte)
    case .quoted(let quote):
      if byte == quote {
        state = .tag
        return .valueEnded
      }
    case .declaration:
      if tail.count < 2 { tail.append(byte) }
      if tail == [0x2D, 0x2D] {
        (state, tail) = (.comment, [])
      } else if byte == 0x3E {
        state = .text
      }
    case .comment:
      if byte == 0x3E && tail.suffix(2) == [0x2D, 0x2D] { state = .text }
      tail = tail.suffix(1) + [byte]
    case .raw: advanceInRaw(byte)
    }
    return nil
  }

  private mutating func enterTag() {
    (state, tagName, isClosing, tail) = (.tagOpen, [], false, [])
  }

  private mutating func openTag(_ byte: UInt8) {
    switch byte | 0x20 {
    case 0x61...0x7A:
      tagName = [byte | 0x20]
      state = .tagName
    default:
      switch byte {
      case 0x2F where !isClosing: isClosing = true
      case 0x21 where !isClosing, 0x3F where !isClosing: state = .declaration
      case 0x3C: enterTag()
      default: state = .text
      }
    }
  }

  private mutating func advanceInTag(_ byte: UInt8) -> Event? {
    let isSpace = byte <= 0x20
    if byte == 0x3E {
      endTag()
      return nil
    }
    switch state {
    case .tagName where isSpace || byte == 0x2F: state = .tag
    case .tagName: tagName.append(lowercased(byte))
    case .beforeValue where byte == 0x22 || byte == 0x27:
      state = .quoted(byte)
      values += 1
      return .valueBegan
    case .beforeValue where !isSpace: state = .unquoted
    case .unquoted where isSpace: state = .tag
    case .attributeName where byte == 0x3D, .tag where byte == 0x3D && !attribute.isEmpty:
      state = .beforeValue
    case .attributeName where isSpace || byte == 0x2F: state = .tag
    case .attributeName: attribute.append(lowercased(byte))
    case .tag where !isSpace && byte != 0x2F:
      attribute = [lowercased(byte)]
      state = .attributeName
    default: break
    }
    return nil
  }

  private mutating func endTag() {
    let name = String(decoding: tagName, as: UTF8.self)
    state = !isClosing && (name == "script" || name == "style") ? .raw : .text
    (attribute, tail) = ([], [])
  }

  private mutating func advanceInRaw(_ byte: UInt8) {
    let ending = [0x3C, 0x2F] + tagName
    if tail == ending, byte <= 0x20 || byte == 0x2F || byte == 0x3E {
      isClosing = true
      (state, tail) = (byte == 0x3E ? .text : .tag, [])
      return
    }
    tail.append(lowercased(byte))
    while !ending.starts(with: tail) { tail.removeFirst() }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension MarkupContext {
  /// What must agree at both ends of a section, for the markup behind it not to depend on the data.
  private var shape: (State, [UInt8], [UInt8], Int) {
    switch state {
    case .text, .comment, .declaration: (state, [], [], 0)
    case .raw, .tagOpen: (state, tagName, [], 0)
    case .tagName, .tag, .attributeName: (.tag, tagName, [], 0)
    case .beforeValue, .unquoted: (state, tagName, attribute, 0)
    case .quoted: (state, tagName, attribute, values)
    }
  }

  func agrees(with other: MarkupContext) -> Bool {
    shape == other.shape
  }

  /// What a slot at this place is part of.
  enum Place: Equatable {
    case text, attribute, address, tag, unquoted
    /// Script or style, in an element or in an attribute.
    case code
  }

  var place: Place {
    switch state {
    case .text, .comment: .text
    case .raw: .code
    case .tagOpen, .tagName, .tag, .attributeName, .declaration: .tag
    case .beforeValue, .unquoted: .unquoted
    case .quoted: attributePlace
    }
  }

  private var attributePlace: Place {
    switch String(decoding: attribute, as: UTF8.self) {
    case "href", "src", "action", "formaction", "poster", "cite", "data", "background", "xlink:href": .address
    case "style", "srcdoc": .code
    case let name where name.hasPrefix("on"): .code
    default: .attribute
    }
  }
}
