internal import CYaml

/// The owner of a libyaml parser over bytes that outlive it.
struct YAMLEventReader: ~Copyable {
  // libyaml keeps the parser's own address: it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isReady: Bool

  /// - Parameter bytes: UTF-8 without a byte order mark; they must stay where they are while events are read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// - Throws: where the text is no YAML; nothing may be read after that.
  mutating func next() throws(YAMLSyntaxError) -> YAMLEvent {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    let (start, end) = (YAMLMark(event.start_mark), YAMLMark(event.end_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(text, YAMLScalarStyle(scalar.style)), start: start, end: end,
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, start: start, end: end, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, start: start, end: end, hasAnchor: data.anchor != nil, hasTag: data.tag != nil)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, start: start, end: end)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, start: start, end: end)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return YAMLEvent(kind: .collectionEnd, start: start, end: end)
    // libyaml answers with no event once the stream is over.
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return YAMLEvent(kind: .streamEnd, start: start, end: end)
    default: return YAMLEvent(kind: .other, start: start, end: end)
    }
  }

  private var failure: YAMLSyntaxError {
    guard isReady, let problem = parser.pointee.problem else {
      return YAMLSyntaxError(problem: "out of memory", mark: nil, context: "", contextMark: nil)
    }
    let hasMark = parser.pointee.error != YAML_READER_ERROR
    let context = parser.pointee.context.map { String(cString: $0) }
    return YAMLSyntaxError(
      problem: String(cString: problem), mark: hasMark ? YAMLMark(parser.pointee.problem_mark) : nil,
      context: context ?? "", contextMark: context == nil ? nil : YAMLMark(parser.pointee.context_mark))
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line, column: mark.column)
  }
}

extension YAMLScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: self = .block
    default: self = .plain
    }
  }
}
