import Common
import Markdown
import Reading
import YAML

extension Resolver {
  /// A directive with its options read and its names looked up; `nil` after a finding that leaves nothing to show.
  func resolve(_ directive: Directive, _ scope: Scope, taken: inout Set<String>, findings: inout Findings)
    -> ResolvedDirective?
  {
    if directive.kind == .steps, let items = directive.body?.sequence {
      let frame = DirectiveFrame(place: .page, id: unique("steps", &taken), location: directive.location)
      return .steps(frame, steps(items, findings: &findings))
    }
    let body =
      directive.body ?? YAMLNode(content: .mapping([]), location: directive.location)
    guard var options = YAMLMapping(body, findings: &findings) else { return nil }
    let storyScope = directive.kind == .stories ? self.storyScope(body) : nil
    var frame = self.frame(&options, directive, scope, isScope: storyScope != nil, taken: &taken)
    if [.figures, .table].contains(directive.kind) { frame.comparisons = comparisons(&options) }
    let resolved: ResolvedDirective?
    switch directive.kind {
    case .figures: resolved = choices(&options, directive).map { .figures(frame, $0) }
    case .summary: resolved = list(&options, directive).map { .summary(frame, $0) }
    case .chart: resolved = chart(&options, directive).map { .chart(frame, $0) }
    case .table: resolved = table(&options, directive, frame)
    case .ranking: resolved = ranking(&options).map { .ranking(frame, $0) }
    case .notes: resolved = .notes(frame, notes(&options))
    case .reminders: resolved = .reminders(frame, reminders(&options, directive))
    case .inputs:
      let isNamed = this != nil || options.has("indicators", aliases: ["指标"])
      resolved = .inputs(frame, isNamed ? list(&options, directive) : nil)
    case .profile: resolved = profile(&options).map { .profile(frame, $0) }
    case .steps:
      let items = options.sequence("steps", aliases: ["步骤"], required: true) ?? []
      resolved = .steps(frame, steps(items, findings: &options.findings))
    case .stories:
      resolved = .stories(
        frame, StoryOptions(scope: storyScope ?? .own, limit: count("limit", "数量", &options) ?? 6))
    }
    options.finish(findings: &findings)
    return resolved
  }

  private func frame(
    _ options: inout YAMLMapping, _ directive: Directive, _ scope: Scope, isScope: Bool,
    taken: inout Set<String>
  ) -> DirectiveFrame {
    var frame = DirectiveFrame(place: .page, id: "", location: directive.location)
    frame.title = inlineText(&options, "title", "标题", scope)
    frame.subtitle = inlineText(&options, "subtitle", "副题", scope)
    if let place = options.locatedString("place", aliases: ["地点"]) {
      if !isScope,
        let region = names.place(place.value, at: place.location, on: nil, findings: &options.findings)
      {
        frame.place = .fixed(region)
      }
    } else if scope.lacksPlace, ![.steps, .stories].contains(directive.kind) {
      options.findings.add(
        Diagnostic(.placeNeeded, at: directive.location, ["figure": directive.kind.rawValue]))
    }
    frame.width = options.choice("width", aliases: ["宽度"], names: BlockWidth.names) ?? .full
    let id = options.string("id", aliases: ["编号"])?.filter { $0.isLetter || $0.isNumber || $0 == "-" } ?? ""
    frame.id = unique(id.isEmpty ? directive.kind.rawValue : id, &taken)
    return frame
  }

  /// `place: self` and `place: all` say which stories, not whose page.
  private func storyScope(_ body: YAMLNode) -> StoryOptions.Scope? {
    let entry = body.mapping?.first { ["place", "地点"].contains($0.key) }
    let names: [String: StoryOptions.Scope] = ["self": .own, "本地": .own, "all": .all, "全部": .all]
    return entry?.value.scalar.flatMap { names[$0] }
  }

  private func inlineText(_ options: inout YAMLMapping, _ key: String, _ alias: String, _ scope: Scope)
    -> ResolvedText?
  {
    let read = options.value(key, aliases: [alias], orElse: .yamlNotText) { node -> Located<String>? in
      guard case .scalar(let text, let isPlain) = node.content else { return nil }
      guard !isPlain, case .text(let line, let column) = node.location.position else {
        return Located(text, at: node.location)
      }
      // A quoted text begins behind its quote.
      return Located(text, at: Location(file: node.location.file, line: line, column: column + 1))
    }
    guard let read else { return nil }
    let compiled = InlineText.compile(read.value, at: read.location, findings: &options.findings)
    return resolve(compiled, scope, findings: &options.findings)
  }

  private func unique(_ id: String, _ taken: inout Set<String>) -> String {
    var candidate = id
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }

  func list(_ options: inout YAMLMapping, _ directive: Directive) -> [IndicatorIndex]? {
    let names = options.locatedStrings("indicators", aliases: ["指标"])
    if names == nil, let this { return [this] }
    guard let names, !names.isEmpty else {
      if !options.findings.hasErrors {
        options.findings.add(
          Diagnostic(
            .directiveNeedsIndicators, at: directive.location, ["directive": directive.kind.rawValue]))
      }
      return nil
    }
    return lookUp(names, &options.findings)
  }

  private func lookUp(_ names: [Located<String>], _ findings: inout Findings) -> [IndicatorIndex] {
    var indices: [IndicatorIndex] = []
    for name in names {
      guard let index = self.names.indicator(name.value, at: name.location, findings: &findings) else {
        continue
      }
      if !indices.contains(index) { indices.append(index) }
    }
    return indices
  }

  /// How many days, rows or stories: at least one, at most ten years of days.
  func count(_ key: String, _ alias: String, _ options: inout YAMLMapping) -> Int? {
    let read = options.value(key, aliases: [alias], orElse: .yamlNotInteger) { node in
      node.scalar.flatMap { Int($0) }.map { Located($0, at: node.location) }
    }
    guard let read else { return nil }
    if (1...3660).contains(read.value) { return read.value }
    options.findings.add(
      Diagnostic(
        .yamlNotChoice, at: read.location, ["key": key, "found": String(read.value), "allowed": "1 … 3660"]))
    return nil
  }

  private func chart(_ options: inout YAMLMapping, _ directive: Directive) -> ChartOptions? {
    let kind: ChartOptions.Kind? = options.choice(
      "type", aliases: ["类型"], names: ["折线": .line, "柱状": .bar, "多图": .multiples, "漏斗": .funnel])
    if kind == .funnel { return funnel(&options, directive) }
    let days = count("days", "天数", &options)
    enum Compared: String, CaseIterable { case parent }
    let compared: Compared? = options.choice("compare", aliases: ["对照"], names: ["上级": .parent])
    guard let indicators = list(&options, directive) else { return nil }
    return ChartOptions(
      kind: kind ?? .line, indicators: indicators, days: days, comparesParent: compared != nil)
  }

  private static let rowNames: [String: TableOptions.Rows] = [
    "指标": .indicators, "下级": .children, "日期": .days, "周": .weeks, "月": .months,
    "口径": .definitions,
  ]

  private func table(_ options: inout YAMLMapping, _ directive: Directive, _ frame: DirectiveFrame)
    -> ResolvedDirective?
  {
    var frame = frame
    frame.isFolded = options.bool("fold", aliases: ["折叠"]) ?? false
    guard options.has("dataset", aliases: ["数据集"]) else {
      let rows: TableOptions.Rows? = options.choice(
        "rows", aliases: ["行"], names: Self.rowNames)
      let days = count("days", "天数", &options)
      let periods = count("periods", "期数", &options)
      return list(&options, directive).map {
        .table(
          frame, TableOptions(rows: rows ?? .indicators, indicators: $0, days: days, periods: periods))
      }
    }
    guard let name = options.locatedString("dataset", aliases: ["数据集"]) else { return nil }
    let fields = options.locatedStrings("fields", aliases: ["字段"]) ?? []
    guard let dataset = dataset(name, &options.findings) else { return nil }
    return .records(
      frame, RecordOptions(dataset: dataset, fields: self.fields(fields, dataset, &options.findings)))
  }

  /// The named fields, or every field that is not personal.
  private func fields(_ named: [Located<String>], _ dataset: Int, _ findings: inout Findings) -> [Int] {
    let declared = datasets[dataset].fields
    if named.isEmpty {
      return declared.indices.filter {
        !declared[$0].isPersonal && !datasets[dataset].regionFields.contains($0)
      }
    }
    return named.compactMap { name in
      guard let field = declared.firstIndex(where: { $0.name == name.value || $0.title == name.value }) else {
        findings.add(
          Diagnostic(
            .unknownField, at: name.location, ["found": name.value, "dataset": datasets[dataset].name],
            suggestions: NearestNames.find(name.value, in: declared.map(\.name))))
        return nil
      }
      guard !declared[field].isPersonal else {
        findings.add(Diagnostic(.personalField, at: name.location, ["field": name.value]))
        return nil
      }
      return field
    }
  }

  private func ranking(_ options: inout YAMLMapping) -> RankingOptions? {
    let name = options.locatedString("indicator", aliases: ["指标"], required: this == nil)
    let level = options.locatedString("level", aliases: ["级别"])
    let show = count("show", "显示", &options) ?? 10
    let order: RankingOptions.Order? = options.choice(
      "order", aliases: ["次序"], names: ["落后在前": .worst, "领先在前": .best])
    let plot: RankingOptions.Plot? = options.choice(
      "plot", aliases: ["图"], names: ["数值": .value, "剩余": .remaining])
    let also = lookUp(options.locatedStrings("also", aliases: ["另列"]) ?? [], &options.findings)
    var levelIndex: Int?
    if let level {
      let levels = names.tree.levels
      levelIndex = levels.firstIndex { $0.id == level.value || $0.title == level.value }
      if levelIndex == nil {
        options.findings.add(
          Diagnostic(
            .unknownLevel, at: level.location, ["found": level.value],
            suggestions: NearestNames.find(level.value, in: levels.flatMap { [$0.id, $0.title] })))
      }
    }
    let named = name.flatMap { names.indicator($0.value, at: $0.location, findings: &options.findings) }
    guard let indicator = named ?? (name == nil ? this : nil) else { return nil }
    if plot == .remaining {
      guard case .ratio = indicators[indicator].formula(on: asOf) else {
        options.findings.add(
          Diagnostic(
            .notARatio, at: name?.location ?? options.location, ["title": indicators[indicator].title]))
        return nil
      }
    }
    return RankingOptions(
      indicator: indicator, level: levelIndex, show: show, order: order ?? .worst, plot: plot ?? .value,
      also: also)
  }

  private func notes(_ options: inout YAMLMapping) -> Set<NoteKind> {
    let names = options.locatedStrings("show", aliases: ["显示"]) ?? []
    let aliases: [String: NoteKind] = ["未报": .missing, "更正": .revised, "暂定": .provisional]
    var kinds: Set<NoteKind> = []
    for name in names {
      if let kind = NoteKind(rawValue: name.value) ?? aliases[name.value] {
        kinds.insert(kind)
      } else {
        options.findings.add(
          Diagnostic(
            .yamlNotChoice, at: name.location,
            [
              "key": "show", "found": name.value,
              "allowed": NoteKind.allCases.map(\.rawValue).joined(separator: " | "),
            ],
            suggestions: NearestNames.find(
              name.value, in: NoteKind.allCases.map(\.rawValue) + aliases.keys.sorted())))
      }
    }
    return kinds.isEmpty ? Set(NoteKind.allCases) : kinds
  }

  private func profile(_ options: inout YAMLMapping) -> ProfileOptions? {
    let name = options.string("name", aliases: ["姓名"], required: true)
    let role = options.string("role", aliases: ["职务"], required: true)
    let text = options.string("text", aliases: ["简介"])
    let figures = lookUp(options.locatedStrings("figures", aliases: ["指标"]) ?? [], &options.findings)
    guard let name, let role else { return nil }
    return ProfileOptions(name: name, role: role, text: text, figures: figures)
  }

  private func steps(_ items: [YAMLNode], findings: inout Findings) -> [StepOptions] {
    items.compactMap { item in
      guard var step = YAMLMapping(item, findings: &findings) else { return nil }
      let title = step.string("title", aliases: ["标题"], required: true)
      let text = step.string("text", aliases: ["说明", "简介"])
      let name = step.locatedString("indicator", aliases: ["指标"])
      let indicator = name.flatMap { names.indicator($0.value, at: $0.location, findings: &step.findings) }
      step.finish(findings: &findings)
      return title.map { StepOptions(title: $0, text: text ?? "", indicator: indicator) }
    }
  }
}
