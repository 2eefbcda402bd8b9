import Common
import Pages

/// Blocks that are not as wide as the page and follow one another share a row: an element that the stylesheet divides.
struct BlockRow {
  private var isOpen = false

  /// Opens a row before the first such block and closes it before what is none. Blank text and blocks with nothing to
  /// show part nothing.
  mutating func turn(to piece: FilledPiece, into buffer: inout ByteBuffer) {
    switch piece {
    case .block(.nothing, _): break
    case .html(let bytes) where bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A }): break
    case .block(_, let frame) where frame.width != .full:
      if !isOpen { buffer.write("<div class=\"row\">") }
      isOpen = true
    case .block, .html, .figure: close(into: &buffer)
    }
  }

  mutating func close(into buffer: inout ByteBuffer) {
    if isOpen { buffer.write("</div>") }
    isOpen = false
  }
}
