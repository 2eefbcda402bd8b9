import Processes
import Testing

/// Workbooks as other people's programs write them: openpyxl, XlsxWriter and LibreOffice.
@Suite struct ProducerTests {
  /// The table that every good book holds.
  private static let table = """
    社区,日期,应排查户数,已排查户数
    东风社区,2020-02-14,1200,1144
    西苑社区,2020-02-14,980,970
    南湖社区,2020-02-14,1500,1300

    """

  /// Whether Python has a module.
  private static func has(_ module: String) -> Bool {
    (try? Tool.run("python3", ["-c", "import " + module])) != nil
  }

  private static func books(by module: String) throws -> Folder {
    let folder = Folder()
    let script =
      "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Producers/books.py"
    try Tool.run("python3", [script, module, folder.path])
    return folder
  }

  /// The same books, opened and saved by LibreOffice.
  private static func convert(_ books: Folder) throws -> Folder {
    let folder = Folder()
    try Tool.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "xlsx",
        "--outdir",
        folder.path, books.path + "/good.xlsx", books.path + "/refused.xlsx",
      ])
    return folder
  }

  private func site(_ book: [UInt8]) throws -> StarterSite {
    let site = try StarterSite()
    try Edit.remove(StarterSite.data).apply(to: site.folder)
    try Edit.replace(
      StarterSite.dataset, "missingValues:",
      with: "  - {name: owner, title: 户主编号, type: string}\nmissingValues:"
    ).apply(to: site.folder)
    site.folder.write("content/data/screening/日报.xlsx", book)
    return site
  }

  private func holdsTheTable(_ folder: Folder) throws -> [String] {
    let site = try site(try #require(folder.bytes("good.xlsx")))
    let outcome = try site.run("build")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let plain = try StarterSite()
    plain.folder.write(StarterSite.data, Array(Self.table.utf8))
    #expect(try plain.run("build").status == 0)
    let figures = site.folder.text("public/data/figures.csv")
    #expect(figures != nil && figures == plain.folder.text("public/data/figures.csv"))
    return findings(outcome)
  }

  private func refused(_ folder: Folder) throws -> [String] {
    findings(try site(try #require(folder.bytes("refused.xlsx"))).run("check"))
  }

  /// Without the book's path.
  private func findings(_ outcome: Program.Outcome) -> [String] {
    PrintedFindings.read(outcome.errors).filter { $0.contains(".xlsx") }.map {
      $0.replacing(Self.book, with: "")
    }
  }

  private static let book = "content/data/screening/日报.xlsx!"

  private static let openpyxlRefused = [
    "入户排查!C2 tables.formula-not-calculated", "入户排查!C3 tables.error-value",
    "入户排查!E4 tables.number-lost-digits", "入户排查!A5 tables.merged-cell", "入户排查!A6 tables.merged-cell",
    "入户排查!C7 reading.approximate-number", "入户排查!C8 tables.missing-not-declared",
    "入户排查!C9 tables.missing-not-declared",
    "入户排查!C10 reading.not-an-integer", "入户排查!B11 reading.ambiguous-date", "入户排查!B12 reading.year-missing",
    "入户排查!B13 reading.no-such-day",
  ]

  private static let openpyxlNotes = [
    "入户排查!A3 tables.column-not-read warning", "入户排查!F3 tables.column-not-read warning",
    "入户排查!G3 tables.column-not-read warning", "入户排查!E4 tables.hidden-columns warning",
    "入户排查!A6 tables.hidden-rows warning", "参数!A1 tables.hidden-sheet warning",
  ]

  @Test(.enabled(if: has("openpyxl"))) func readsWhatOpenpyxlWrites() throws {
    let books = try Self.books(by: "openpyxl")
    #expect(try holdsTheTable(books) == Self.openpyxlNotes)
    #expect(try refused(books) == Self.openpyxlRefused)
  }

  @Test(.enabled(if: has("xlsxwriter"))) func readsWhatXlsxWriterWrites() throws {
    let books = try Self.books(by: "xlsxwriter")
    #expect(
      try holdsTheTable(books) == [
        "入户排查!A2 tables.column-not-read warning", "入户排查!F2 tables.column-not-read warning",
        "入户排查!E3 tables.hidden-columns warning", "入户排查!A5 tables.hidden-rows warning",
        "参数!A1 tables.hidden-sheet warning",
      ])
    #expect(
      try refused(books) == [
        "入户排查!C2 tables.formula-not-calculated", "入户排查!C3 tables.error-value",
        "入户排查!E4 tables.number-lost-digits", "入户排查!D5 tables.merged-cell", "入户排查!D6 tables.merged-cell",
      ])
  }

  /// LibreOffice computes the formula when it opens the book.
  @Test(.enabled(if: has("openpyxl") && Tool.path("soffice") != nil)) func readsWhatLibreOfficeWrites() throws
  {
    let books = try Self.convert(try Self.books(by: "openpyxl"))
    #expect(try holdsTheTable(books) == Self.openpyxlNotes)
    #expect(try refused(books) == Array(Self.openpyxlRefused.dropFirst()))
  }
}
