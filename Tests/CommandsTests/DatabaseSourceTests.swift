import Testing

/// Databases as sources: they add up a list of visits, one line a household, and a site built on the result is the
/// site built on a table that was added up here.
@Suite struct DatabaseSourceTests {
  private static let communities = ["东风社区", "西苑社区", "南湖社区"]

  private struct Visit {
    var community: String
    var date: String
    var isDone: Bool
  }

  /// Always the same list.
  private static let visits: [Visit] = {
    var state: UInt64 = 20_200_214
    func draw(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    return (0..<3_000).map { _ in
      Visit(community: communities[Int(draw(3))], date: "2020-02-1\(3 + draw(2))", isDone: draw(10) > 0)
    }
  }()

  private static var list: String {
    "community,visited,done\n" + visits.map { "\($0.community),\($0.date),\($0.isDone ? 1 : 0)\n" }.joined()
  }

  /// What the table of a file would hold.
  private static var table: String {
    var counts: [[String]: (due: Int, done: Int)] = [:]
    for visit in visits {
      counts[[visit.date, visit.community], default: (0, 0)].due += 1
      if visit.isDone { counts[[visit.date, visit.community], default: (0, 0)].done += 1 }
    }
    let rows = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return "社区,日期,应排查户数,已排查户数\n"
      + rows.map { "\($0.key[1]),\($0.key[0]),\($0.value.due),\($0.value.done)\n" }.joined()
  }

  private static func query(_ from: String) -> String {
    "select community as 社区, visited as 日期, count(*) as 应排查户数, sum(done) as 已排查户数 from \(from)"
      + " group by community, visited order by visited, community"
  }

  private func figures(_ words: [String], in folder: Folder) throws -> String {
    let site = try StarterSite()
    try Edit.remove(StarterSite.data).apply(to: site.folder)
    let command = words.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
    try Edit.replace(
      StarterSite.dataset, "files: data/screening/*", with: "command: [\(command.joined(separator: ", "))]"
    ).apply(to: site.folder)
    let outcome = try site.run("build", "--allow-commands")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(site.folder.text("public/data/figures.csv"))
  }

  private func expected() throws -> String {
    let site = try StarterSite()
    site.folder.write(StarterSite.data, Array(Self.table.utf8))
    #expect(try site.run("build").status == 0)
    return try #require(site.folder.text("public/data/figures.csv"))
  }

  private func list(in folder: Folder) -> String {
    folder.write("visits.csv", Array(Self.list.utf8))
    return folder.path + "/visits.csv"
  }

  @Test(.enabled(if: PostgresServer.programs != nil && Tool.path("psql") != nil))
  func readsPostgreSQLThroughPSQL() throws {
    let server = try PostgresServer()
    let folder = Folder()
    try Tool.run(
      "psql",
      server.client + [
        "-c", "create table visits (community text, visited date, done integer)",
        "-c", "\\copy visits from '\(list(in: folder))' csv header",
      ])
    let words = ["psql"] + server.client + ["--csv", "-c", Self.query("visits")]
    let figures = try figures(words, in: folder)
    let wanted = try expected()
    #expect(figures == wanted)
  }

  @Test(.enabled(if: PostgresServer.programs != nil && Tool.path("psql") != nil))
  func showsWhatPostgreSQLComplainsOf() throws {
    let server = try PostgresServer()
    let site = try StarterSite()
    let words = (["psql"] + server.client + ["--csv", "-c", "select * from nothing_here"]).joined(
      separator: ", ")
    try Edit.replace(StarterSite.dataset, "files: data/screening/*", with: "command: [\(words)]")
      .apply(to: site.folder)
    let outcome = try site.run("check", "--allow-commands")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nothing_here\" does not exist"), "\(outcome.errors)")
    #expect(outcome.errors.contains("commands.command-failed"))
  }

  @Test(.enabled(if: PostgresServer.programs != nil && Tool.path("psql") != nil))
  func stopsAQueryThatTakesTooLong() throws {
    let server = try PostgresServer()
    let site = try StarterSite()
    let words = (["psql"] + server.client + ["--csv", "-c", "select pg_sleep(1000)"]).joined(separator: ", ")
    try Edit.replace(
      StarterSite.dataset, "files: data/screening/*", with: "command: [\(words)]\ntimeout: 1s"
    ).apply(to: site.folder)
    let outcome = try site.run("check", "--allow-commands")
    #expect(outcome.errors.contains("commands.command-timed-out"), "\(outcome.errors)")
  }

  @Test(.enabled(if: Tool.path("sqlite3") != nil)) func readsSQLiteThroughItsShell() throws {
    let folder = Folder()
    let database = folder.path + "/visits.db"
    try Tool.run(
      "sqlite3",
      [
        database, "create table visits (community text, visited text, done integer)",
        ".import --csv --skip 1 \(list(in: folder)) visits",
      ])
    let figures = try figures(["sqlite3", "-csv", "-header", database, Self.query("visits")], in: folder)
    let wanted = try expected()
    #expect(figures == wanted)
  }

  @Test(.enabled(if: Tool.path("duckdb") != nil)) func readsDuckDBThroughItsShell() throws {
    let folder = Folder()
    let duckdb = try #require(Tool.path("duckdb"))
    let figures = try figures(
      [duckdb, "-csv", "-c", Self.query("read_csv('\(list(in: folder))')")], in: folder)
    let wanted = try expected()
    #expect(figures == wanted)
  }
}
