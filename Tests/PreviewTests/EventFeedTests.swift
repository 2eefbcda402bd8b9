import Testing

@testable import Preview

@Suite struct EventFeedTests {
  private static func next(_ events: inout EventFeed.Iterator) async -> String {
    String(decoding: await events.nextBuffer(suggested: 4096) ?? [], as: UTF8.self)
  }

  @Test func saysAtOnceHowThingsStand() async {
    let state = PreviewState(Sample.report())
    await state.show(Sample.site(), Sample.report(.error))
    var events = await EventFeed(state: state, path: "/").makeAsyncIterator()
    let event = await Self.next(&events)
    let version = PreviewHandler(moment: await state.moment).version(of: "/").description
    #expect(event.hasPrefix("retry: 500\ndata: {\"version\":\"\(version)\""))
    #expect(event.contains("content/stories/a.md:3:8"))
    #expect(event.hasSuffix("}\n\n"))
  }

  @Test func tellsOfTheLastStateHoweverManyThereWere() async {
    let state = PreviewState(Sample.report())
    var events = await EventFeed(state: state, path: "/").makeAsyncIterator()
    _ = await Self.next(&events)
    for number in 1...200 { await state.show(Sample.site(["index.html": "\(number)"]), Sample.report()) }
    let event = await Self.next(&events)
    let version = PreviewHandler(moment: await state.moment).version(of: "/").description
    #expect(event.contains(version))
  }

  @Test func keepsTheLastGoodSiteWhileThereAreErrors() async {
    let state = PreviewState(Sample.report())
    await state.show(Sample.site(), Sample.report())
    let good = PreviewHandler(moment: await state.moment).version(of: "/")
    await state.show(nil, Sample.report(.error))
    #expect(PreviewHandler(moment: await state.moment).version(of: "/") == good)
    #expect(await state.moment.report.hasErrors)
  }

  @Test func writesACommentWhenThereIsNoNews() async {
    let state = PreviewState(Sample.report())
    var events = await EventFeed(state: state, path: "/").makeAsyncIterator()
    _ = await Self.next(&events)
    await state.wakeAll()
    #expect(await Self.next(&events).hasPrefix(":"))
  }

  @Test func forgetsWhoWentAway() async throws {
    let state = PreviewState(Sample.report())
    do {
      var events = await EventFeed(state: state, path: "/").makeAsyncIterator()
      _ = await Self.next(&events)
      #expect(await state.listenerCount == 1)
    }
    for _ in 0..<500 where await state.listenerCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(await state.listenerCount == 0)
  }

  @Test func sendsTheOldestListenerOffWhenThereAreTooMany() async {
    let state = PreviewState(Sample.report())
    var first = await EventFeed(state: state, path: "/").makeAsyncIterator()
    _ = await Self.next(&first)
    var others: [EventFeed] = []
    for _ in 0..<PreviewState.mostListeners { others.append(await EventFeed(state: state, path: "/")) }
    #expect(await first.nextBuffer(suggested: 4096) == nil)
    #expect(await state.listenerCount == PreviewState.mostListeners)
    #expect(others.count == PreviewState.mostListeners)
  }
}
