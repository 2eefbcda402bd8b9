import Foundation
import Testing

/// `snapshot` as it is run: a day's release in the archive.
@Suite struct SnapshotTests {
  private func info(_ site: StarterSite, _ release: String = "2020-02-14") -> [String: String] {
    let lines = site.folder.text("archive/\(release)/bag-info.txt")?.split(separator: "\n") ?? []
    return Dictionary(
      lines.map { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return (String(parts[0]), parts.last?.dropFirst().description ?? "")
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func holdsThePagesTheSourcesTheFiguresAndTheFindings() throws {
    let site = try StarterSite.built()
    let outcome = try site.run("snapshot")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let bag = Folder(site.folder.path + "/archive/2020-02-14")
    let built = site.output.mapKeys { $0.dropFirst(7) }.filter { !$0.key.hasPrefix(".jianbao/") }
    let kept = bag.tree("data/site").mapKeys { $0.dropFirst(10) }
    #expect(kept.keys.sorted() == built.keys.sorted())
    #expect(kept == built)
    #expect(bag.bytes("data/figures.csv") == site.folder.bytes("public/data/figures.csv"))
    let findings = try JSONSerialization.jsonObject(with: Data(bag.bytes("data/findings.json") ?? []))
    #expect(findings as? [[String: String]] != nil)
    #expect(bag.bytes("data/source/content/site.yaml") == site.folder.bytes("content/site.yaml"))
    #expect(bag.bytes("data/source/" + StarterSite.data) == site.folder.bytes(StarterSite.data))
    let info = info(site)
    #expect(info["Bagging-Date"] == "2020-02-14" && info["External-Identifier"] == "2020-02-14")
    #expect(info["Bag-Group-Identifier"] != nil && info["Previous-Release"] == nil)
    let payload = bag.tree("data")
    #expect(info["Payload-Oxum"] == "\(payload.values.reduce(0) { $0 + $1.count }).\(payload.count)")
    #expect(
      outcome.output.contains(try Tool.run("sha256sum", [bag.path + "/tagmanifest-sha256.txt"]).prefix(64)))
  }

  @Test func isRebuiltByTheCommandItNames() throws {
    let site = try ArchivedSite.make()
    #expect(try site.run("snapshot", "--allow-commands").status == 0)
    let bag = Folder(site.folder.path + "/archive/2020-02-14")
    // Elsewhere, without the project it came from.
    let away = Folder()
    for (file, bytes) in bag.tree() { away.write("bag/" + file, bytes) }
    let words = try #require(info(site)["Rebuild-Command"]).split(separator: " ").map(String.init)
    #expect(words.first == "jianbao")
    let outcome = try Program.run(Array(words.dropFirst()), in: Folder(away.path + "/bag"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rebuilt = away.tree("rebuilt").mapKeys { $0.dropFirst(8) }.filter { !$0.key.hasPrefix(".jianbao") }
    #expect(rebuilt == bag.tree("data/site").mapKeys { $0.dropFirst(10) })
    #expect(rebuilt.count > 60)
  }

  @Test func keepsNothingPersonal() throws {
    let site = try ArchivedSite.make()
    #expect(try site.run("snapshot", "--allow-commands").status == 0)
    let tree = site.folder.tree("archive")
    for secret in ArchivedSite.secrets {
      let found = tree.filter { $0.key.contains(secret) || $0.value.contains(Array(secret.utf8)) }
      #expect(found.isEmpty, "\(secret): \(found.keys.sorted())")
    }
    let sources = tree.keys.filter { $0.contains("/source/content/") }
    #expect(sources.contains { $0.hasSuffix("/recorded/help/data/help/帮办.json.csv") })
    #expect(sources.contains { $0.hasSuffix("/recorded/calls.csv") })
    #expect(!sources.contains { $0.hasSuffix("草稿.md") })
    let note = try #require(site.folder.text("archive/2020-02-14/data/source/README.txt"))
    #expect(note.contains("- 访客登记: 姓名, 电话"))
  }

  @Test func storesTheSameOnceAndAgainOnlyWhatChanged() throws {
    let site = try StarterSite()
    let first = try site.run("snapshot").output
    #expect(first.hasPrefix("已归档到 archive/2020-02-14：") && first.contains("其中 0 个与以前相同"))
    let again = try site.run("snapshot")
    #expect(again.status == 0 && again.output.contains("没有另存"))
    #expect(site.folder.names(in: "archive").sorted() == [".jianbao", "2020-02-14", "chain.sha256"])
    try ArchivedSite.correct(site, to: 1)
    #expect(try site.run("snapshot").output.contains("archive/2020-02-14-2"))
    let head = try Tool.run("sha256sum", [site.folder.path + "/archive/2020-02-14/tagmanifest-sha256.txt"])
    let info = info(site, "2020-02-14-2")
    #expect(info["Previous-Release"] == "2020-02-14")
    #expect(info["Previous-Tagmanifest-SHA256"].map { head.hasPrefix($0) } == true)
    var links: [UInt] = []
    for file in ["site.yaml", "regions.csv", "data/screening/2020-02.csv"] {
      var info = stat()
      stat(site.folder.path + "/archive/2020-02-14-2/data/source/content/" + file, &info)
      links.append(UInt(info.st_nlink))
    }
    #expect(links == [2, 2, 1])
  }

  @Test func archivesNothingWhileThereAreErrors() throws {
    let site = try StarterSite()
    try Edit.replace(StarterSite.data, "南湖社区", with: "南胡社区").apply(to: site.folder)
    let outcome = try site.run("snapshot")
    #expect(outcome.status == 1 && outcome.output.contains("没有归档"))
    #expect(!site.folder.names().contains("archive"))
    #expect(try site.run("snapshot", "--archive", "content/archive").status == 64)
  }

  @Test func isTheSameBytesForWhomeverWhereverAndWhenever() throws {
    let (one, other) = (try ArchivedSite.make(), try ArchivedSite.make())
    #expect(try one.run("snapshot", "--allow-commands", "-j", "1").status == 0)
    var dates = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    for file in other.folder.tree("content").keys {
      utimensat(AT_FDCWD, other.folder.path + "/" + file, &dates, 0)
    }
    let environment = ["TZ": "America/New_York", "USER": "lisi", "LANG": "en_US.UTF-8", "HOME": "/"]
    let outcome = try other.run("snapshot", "--allow-commands", "-j", "3", environment: environment)
    #expect(outcome.status == 0)
    #expect(one.folder.tree("archive") == other.folder.tree("archive"))
  }

  @Test func isBaggedOnTheDayThatIsSaid() throws {
    let site = try StarterSite()
    #expect(
      try site.run("snapshot", environment: ["SOURCE_DATE_EPOCH": "1581724800"]).status == 0)
    #expect(info(site)["Bagging-Date"] == "2020-02-15")
    try ArchivedSite.correct(site, to: 1)
    #expect(try site.run("snapshot", "--bagging-date", "2020-02-16").status == 0)
    #expect(info(site, "2020-02-14-2")["Bagging-Date"] == "2020-02-16")
  }

  @Test(.enabled(if: Tool.path("sha256sum") != nil)) func isCheckedBySha256sumOfEverySystem() throws {
    let site = try ArchivedSite.make()
    #expect(try site.run("snapshot", "--allow-commands").status == 0)
    let archive = site.folder.path + "/archive"
    try Tool.run("sha256sum", ["-c", "--strict", "--quiet", "chain.sha256"], in: archive)
    for (program, name) in [("sha256sum", "sha256"), ("sha512sum", "sha512")] {
      for kind in ["manifest", "tagmanifest"] {
        try Tool.run(
          program, ["-c", "--strict", "--quiet", "\(kind)-\(name).txt"], in: archive + "/2020-02-14")
      }
    }
  }

  @Test(.enabled(if: Tool.path("bagit.py") != nil)) func isCheckedByTheLibraryOfCongress() throws {
    let site = try ArchivedSite.make()
    #expect(try site.run("snapshot", "--allow-commands").status == 0)
    try Tool.run("bagit.py", ["--validate", "--quiet", site.folder.path + "/archive/2020-02-14"])
  }
}

extension Dictionary where Key == String {
  fileprivate func mapKeys(_ transform: (String) -> Substring) -> [String: Value] {
    Dictionary<String, Value>(uniqueKeysWithValues: map { (String(transform($0.key)), $0.value) })
  }
}

extension [UInt8] {
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    Data(self).range(of: Data(other)) != nil
  }
}
