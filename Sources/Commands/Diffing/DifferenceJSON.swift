import Common
import Comparing

/// A comparison for programs.
struct DifferenceJSON {
  let comparison: ReleaseComparison
  let names: DifferenceNames

  var text: String {
    var json = JSONWriter()
    json.beginObject()
    json.member("old", comparison.oldName)
    json.member("new", comparison.newName)
    json.key("figures")
    json.beginArray()
    for change in comparison.figures { figure(change, &json) }
    json.endArray()
    json.key("texts")
    json.beginArray()
    for change in comparison.texts { text(change, &json) }
    json.endArray()
    json.key("pages")
    json.beginObject()
    json.member("added", comparison.addedPages)
    json.member("removed", comparison.removedPages)
    json.member("changed", comparison.changedPages)
    json.endObject()
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }

  private func figure(_ change: FigureChange, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("indicator", change.key.indicator)
    json.member("title", names.indicator(change.key.indicator))
    json.member("region", change.key.region)
    json.member("place", names.place(change.key.region))
    json.member("date", change.key.day.description)
    json.member("reason", change.reason.rawValue)
    side("old", change.old, &json)
    side("new", change.new, &json)
    json.key("explanation")
    if let note = change.explanation {
      json.beginObject()
      json.member("reason", note.reason)
      json.member("by", note.by)
      json.member("on", note.on?.description)
      json.endObject()
    } else {
      json.null()
    }
    json.endObject()
  }

  private func side(_ name: String, _ figure: PublishedFigure?, _ json: inout JSONWriter) {
    json.key(name)
    guard let figure else { return json.null() }
    json.beginObject()
    json.member("printed", figure.printed)
    json.key("value")
    if let value = figure.value { json.number(value) } else { json.null() }
    json.member("state", figure.state)
    json.member("reported", figure.reported)
    json.member("expected", figure.expected)
    json.endObject()
  }

  private func text(_ change: TextChange, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("path", change.path)
    json.member("kind", change.kind.rawValue)
    json.key("passages")
    json.beginArray()
    for passage in change.passages {
      json.beginArray()
      for run in passage {
        json.beginObject()
        json.member("kind", run.kind.rawValue)
        json.member("text", run.text)
        json.endObject()
      }
      json.endArray()
    }
    json.endArray()
    json.endObject()
  }
}
