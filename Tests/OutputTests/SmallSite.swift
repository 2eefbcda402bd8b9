import Common
import Output

/// Files to be built: one piece of work each, in the order of their addresses.
struct SmallSite: Sendable {
  private let files: [(address: String, text: String)]

  init(_ files: KeyValuePairs<String, String>) {
    self.files = files.map { ($0.key, $0.value) }
  }

  func draft(jobs: Int = 1) async -> OutputFolder.Draft {
    await OutputFolder.draft(items: files.count, jobs: jobs, known: [], make: make)
  }

  /// Builds into the folder, whatever stands in the way.
  @discardableResult
  func build(into path: String, jobs: Int = 1) async throws(OutputError) -> OutputFolder.Report {
    try await OutputFolder(path: path).write(draft(jobs: jobs), jobs: jobs, make: make)
  }

  func foreign(in path: String) async throws(OutputError) -> [String] {
    try OutputFolder(path: path).foreign(await draft())
  }

  private var make: @Sendable (Int, inout FileSink) -> Void {
    { [files] number, sink in sink.file(files[number].address) { $0.write(string: files[number].text) } }
  }
}
