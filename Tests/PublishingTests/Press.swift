import Common
import Glibc
import Output
import Testing

@testable import Publishing

/// A site that is built and published in a folder of its own.
struct Press {
  let scratch = Scratch()
  var target: String { scratch.path + "/www" }
  var pages: OutputFolder { OutputFolder(path: scratch.path + "/public") }

  static let first = [
    "index.html": "home 1", "pages/关于.html": String(repeating: "关于本站。", count: 200),
    "assets/style.0a1b2c3d4e.css": String(repeating: "p { color: red }\n", count: 50),
    "data/figures.csv": String(repeating: "a,1\n", count: 300),
  ]

  /// The first with another home, equally long, and another stylesheet.
  static let second: [String: String] = {
    var files = first
    files["index.html"] = "home 2"
    files["assets/style.0a1b2c3d4e.css"] = nil
    files["assets/style.ffffffffff.css"] = String(repeating: "p { color: green }\n", count: 50)
    return files
  }()

  static func site(_ number: Int) -> [String: String] {
    var files = first
    files["index.html"] = "home \(number)"
    return files
  }

  func build(_ files: [String: String]) async throws {
    let sorted = files.sorted { $0.key < $1.key }
    let make: @Sendable (Int, inout FileSink) -> Void = { number, sink in
      sink.file(sorted[number].key) { $0.write(string: sorted[number].value) }
    }
    let draft = await OutputFolder.draft(items: sorted.count, jobs: 1, known: [], make: make)
    _ = try await pages.write(draft, jobs: 1, make: make)
  }

  func shipment(compresses: Bool = true) async throws -> Shipment {
    guard case .finished(let manifest) = try await pages.condition(jobs: 2) else { throw Unfinished() }
    let day = try #require(CivilDate(iso: "2020-03-31"))
    return try await Shipment(of: pages, pages: manifest, day: day, compresses: compresses, jobs: 2)
  }

  struct Unfinished: Error {}

  static func publisher(
    keep: Int = 5, at time: String = "2020-03-31T17:05", hour: ReleaseHour? = nil,
    readBack: (@Sendable (ReleaseID, Manifest) throws(PublishError) -> [Difference])? = nil
  ) throws -> Publisher {
    let now = try #require(WallTime(time, zone: 480))
    return Publisher(
      circumstances: .init(now: now, by: "staff@office", program: "jianbao test", hour: hour), keep: keep,
      readBack: readBack)
  }

  @discardableResult
  func publish(
    _ files: [String: String], with publisher: Publisher? = nil, compresses: Bool = true
  ) async throws -> Publisher.Outcome {
    try await build(files)
    let shipment = try await shipment(compresses: compresses)
    var store = try FolderStore(path: target, owner: "test")
    return try (publisher ?? Self.publisher()).publish(shipment, to: &store)
  }

  @discardableResult
  func goBack(
    to destination: Publisher.Destination, with publisher: Publisher? = nil
  ) throws -> (release: ReleaseID, from: ReleaseID?) {
    var store = try FolderStore(path: target, owner: "test")
    return try (publisher ?? Self.publisher()).goBack(to: destination, in: &store)
  }

  func ledger() throws -> Ledger {
    var store = try FolderStore(path: target, owner: "test")
    return try store.ledger()
  }

  func shipmentManifest(_ release: ReleaseID) throws -> Manifest? {
    var store = try FolderStore(path: target, owner: "test")
    return try store.manifest(of: release)
  }

  /// A file as a reader gets it.
  func live(_ address: String) -> String? { scratch.text("www/current/" + address) }

  func info(_ address: String) -> stat? { scratch.info("www/current/" + address) }
}
