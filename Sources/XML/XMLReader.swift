internal import CXml

/// Walks over XML as it streams by; what has passed is forgotten.
///
/// It is libxml2's text reader without a network, other files, a document type or entities beyond XML's own five, and with
/// libxml2's limits: 256 levels, 10 MB of text in one piece. Names are compared without their namespaces' prefixes.
package struct XMLReader: ~Copyable {
  private let reader: xmlTextReaderPtr
  private let source: UnsafeMutablePointer<XMLSource>
  /// An empty element has begun and must still end.
  private var isInEmptyElement = false

  private init(_ source: UnsafeMutablePointer<XMLSource>) throws(XMLError) {
    // UTF-8 or UTF-16 by its first bytes, whatever the text itself says: in no other encoding can a document type hide.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    guard
      let reader = xmlReaderForIO(
        XMLSource.callback, { _ in 0 }, source, nil, nil, Int32(options))
    else { throw .outOfMemory }
    self.reader = reader
    self.source = source
  }

  deinit {
    xmlFreeTextReader(reader)
  }

  /// Lends a reader over a stream of bytes.
  ///
  /// - Parameters:
  ///   - source: fills a buffer, or less of it: 0 at the end, -1 when something broke.
  ///   - body: need not read to the end.
  package static func read<Result>(
    from source: (UnsafeMutableRawBufferPointer) -> Int,
    _ body: (inout XMLReader) throws(XMLError) -> Result
  ) throws(XMLError) -> Result {
    try withoutActuallyEscaping(source) { source throws(XMLError) in
      var box = XMLSource(read: source)
      return try withUnsafeMutablePointer(to: &box) { pointer throws(XMLError) in
        var reader = try XMLReader(pointer)
        return try body(&reader)
      }
    }
  }

  /// Goes to the next event; comments and processing instructions are passed over.
  ///
  /// - Returns: `nil` at the end of the document.
  package mutating func next() throws(XMLError) -> XMLEvent? {
    if isInEmptyElement {
      isInEmptyElement = false
      return .end
    }
    while true {
      switch xmlTextReaderRead(reader) {
      case 1: break
      case 0: return nil
      default: throw source.pointee.scan.hasFound ? .documentType : unexpected
      }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        isInEmptyElement = xmlTextReaderIsEmptyElement(reader) == 1
        return .start
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        return .text
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
        throw .documentType
      default: continue
      }
    }
  }

  /// Goes to the end of the element that has just begun.
  package mutating func skip() throws(XMLError) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// The error that what the reader has come to is not what it should be.
  package var unexpected: XMLError { .malformed(line: line) }

  private var line: Int { max(1, Int(xmlTextReaderGetParserLineNumber(reader))) }

  /// Whether the element's name, without a prefix, is this one.
  package func isNamed(_ name: StaticString) -> Bool {
    XMLName(bytes: xmlTextReaderConstLocalName(reader)) == name
  }

  /// Adds the text the reader has come to.
  package func appendText(to bytes: inout [UInt8]) {
    guard let text = xmlTextReaderConstValue(reader) else { return }
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  /// Lends each attribute of the element that has just begun: its name without a prefix, and its value.
  package mutating func forEachAttribute(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
    guard xmlTextReaderHasAttributes(reader) == 1 else { return }
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      let name = XMLName(bytes: xmlTextReaderConstLocalName(reader))
      let value = xmlTextReaderConstValue(reader)
      body(name, UnsafeBufferPointer(start: value, count: value.map { Int(xmlStrlen($0)) } ?? 0))
    }
    xmlTextReaderMoveToElement(reader)
  }

  /// The value of one attribute as text; not for every cell.
  package mutating func attribute(_ name: StaticString) -> String? {
    var found: String?
    forEachAttribute { if $0 == name { found = String(decoding: $1, as: UTF8.self) } }
    return found
  }
}
