import Foundation
import Testing

/// `verify` and `withdraw` as they are run.
@Suite struct VerifyTests {
  private static let release = "archive/2020-02-14"

  /// Two releases of a day.
  private func archive() throws -> StarterSite {
    let site = try StarterSite()
    #expect(try site.run("snapshot").status == 0)
    try ArchivedSite.correct(site, to: 1)
    #expect(try site.run("snapshot").status == 0)
    return site
  }

  private func rules(_ outcome: Program.Outcome) -> [String] { PrintedFindings.read(outcome.errors) }

  /// Writes to a file that is one with others': it becomes one of its own.
  private func change(_ site: StarterSite, _ file: String, _ bytes: [UInt8]) {
    unlink(site.folder.path + "/" + file)
    site.folder.write(file, bytes)
  }

  @Test func findsAnArchiveWholeWithItsChain() throws {
    let outcome = try archive().run("verify", "--rebuild")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 6 && lines[0].hasPrefix("有效：archive/2020-02-14（BagIt 1.0，"))
    #expect(lines[2].hasPrefix("archive/2020-02-14 的来源重做出了同样的"))
    #expect(lines[4].hasPrefix("链完整：2 期，最新的是 2020-02-14-2"))
  }

  @Test func saysWhatIsChangedMissingUnexpectedAndUnsafe() throws {
    let site = try archive()
    change(site, Self.release + "/data/figures.csv", Array("x".utf8))
    #expect(unlink(site.folder.path + "/" + Self.release + "/data/site/404.html") == 0)
    site.folder.write(Self.release + "/data/多出.txt", [1])
    symlink("/etc/passwd", site.folder.path + "/" + Self.release + "/data/link")
    let outcome = try site.run("verify")
    #expect(outcome.status == 1)
    let found = Set(rules(outcome))
    for wanted in [
      "data/figures.csv archive.changed", "data/site/404.html archive.missing",
      "data/多出.txt archive.unexpected",
    ] {
      #expect(found.contains(Self.release + "/" + wanted), "\(outcome.errors)")
    }
    #expect(found.contains { $0.hasPrefix(Self.release + "/data/link ") }, "\(outcome.errors)")
    #expect(outcome.output.contains("无效：archive/2020-02-14\n"))
    #expect(outcome.output.contains("有效：archive/2020-02-14-2"))
  }

  @Test func findsABrokenChain() throws {
    let site = try archive()
    let info = try #require(site.folder.text(Self.release + "-2/bag-info.txt"))
    change(site, Self.release + "-2/bag-info.txt", Array((info + "Contact-Name: x\n").utf8))
    let outcome = try site.run("verify")
    #expect(outcome.status == 1 && outcome.output.contains("链不完整"))
    // The whole release made anew, so that it holds together, is still not the one that was archived.
    let other = try archive()
    try ArchivedSite.correct(other, to: 2)
    #expect(try other.run("snapshot", "--archive", "forged").status == 0)
    rename(other.folder.path + "/archive/2020-02-14", other.folder.path + "/away")
    rename(other.folder.path + "/forged/2020-02-14", other.folder.path + "/archive/2020-02-14")
    #expect(try other.run("verify", Self.release).status == 0)
    let found = rules(try other.run("verify"))
    #expect(found.contains("archive/2020-02-14/tagmanifest-sha256.txt archive.chain-apart"), "\(found)")
  }

  @Test func findsPagesThatTheSourcesDoNotGive() throws {
    let site = try StarterSite()
    #expect(try site.run("snapshot").status == 0)
    let folder = Self.release + "/data/site/"
    // A release forged with all its digests right: only its sources tell.
    let forged = Folder(site.folder.path + "/" + Self.release)
    change(site, folder + "index.html", Array("<p>假".utf8))
    site.folder.write(folder + "more.html", Array("<p>多".utf8))
    #expect(unlink(forged.path + "/data/site/404.html") == 0)
    try digest(forged)
    let outcome = try site.run("verify", "--rebuild", Self.release)
    #expect(outcome.status == 1)
    #expect(
      rules(outcome) == [
        folder + "404.html commands.rebuild-added", folder + "index.html commands.rebuild-changed",
        folder + "more.html commands.rebuild-missing",
      ], "\(outcome.errors)")
    #expect(try site.run("verify", Self.release).status == 0)
  }

  /// Writes manifests that are right for what is there.
  private func digest(_ bag: Folder) throws {
    for name in [
      "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt",
    ] {
      unlink(bag.path + "/" + name)
    }
    let payload = bag.tree("data")
    let info = try #require(bag.text("bag-info.txt")).split(separator: "\n").map { line in
      line.hasPrefix("Payload-Oxum")
        ? "Payload-Oxum: \(payload.values.reduce(0) { $0 + $1.count }).\(payload.count)" : String(line)
    }
    unlink(bag.path + "/bag-info.txt")
    bag.write("bag-info.txt", Array((info.joined(separator: "\n") + "\n").utf8))
    let files = payload.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    bag.write("manifest-sha256.txt", Array(try Tool.run("sha256sum", files, in: bag.path).utf8))
    bag.write("manifest-sha512.txt", Array(try Tool.run("sha512sum", files, in: bag.path).utf8))
    let tags = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"]
    bag.write("tagmanifest-sha256.txt", Array(try Tool.run("sha256sum", tags, in: bag.path).utf8))
    bag.write("tagmanifest-sha512.txt", Array(try Tool.run("sha512sum", tags, in: bag.path).utf8))
  }

  @Test func runsNothingThatABagOfOthersAsksFor() throws {
    let site = try StarterSite()
    #expect(try site.run("snapshot").status == 0)
    let bag = Folder(site.folder.path + "/" + Self.release)
    let info = try #require(bag.text("bag-info.txt"))
    for command in [
      "touch ran",
      "jianbao build --source ../../content --theme data/source/themes/x --as-of 2020-02-14 --output ../rebuilt",
    ] {
      let lines = info.split(separator: "\n").map {
        $0.hasPrefix("Rebuild-") ? "Rebuild-Command: \(command)" : $0
      }
      unlink(bag.path + "/bag-info.txt")
      bag.write("bag-info.txt", Array((lines.joined(separator: "\n") + "\n").utf8))
      try digest(bag)
      let outcome = try site.run("verify", "--rebuild", Self.release)
      #expect(rules(outcome) == [Self.release + " commands.rebuild-unknown"])
    }
  }

  @Test func reportsAsJSON() throws {
    let site = try archive()
    let outcome = try site.run("verify", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["valid"] as? Bool == true)
    let bags = try #require(object["bags"] as? [[String: Any]])
    #expect(bags.map { $0["state"] as? String } == ["valid", "valid"])
    let chain = try #require((object["chains"] as? [[String: Any]])?.first)
    #expect(chain["head"] as? String == bags[1]["tagmanifest"] as? String && chain["whole"] as? Bool == true)
  }

  @Test func tellsTroubleFromWhatIsNoBag() throws {
    let site = try StarterSite()
    #expect(try site.run("verify").status == 2)
    #expect(rules(try site.run("verify", "content")) == ["content archive.not-a-bag"])
    #expect(rules(try site.run("verify", StarterSite.data)) == ["\(StarterSite.data) archive.not-a-bag"])
  }

  @Test func takesAReleasesContentsAwayAndKeepsItsDigests() throws {
    let site = try archive()
    let before = site.folder.tree(Self.release + "-2")
    let outcome = try site.run(
      "withdraw", "2020-02-14", "--reason", "含居民电话", "--by", "信息组", "--on", "2020-02-15")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!site.folder.names(in: Self.release).contains("data"))
    #expect(site.folder.tree(Self.release + "-2") == before)
    let page = try #require(site.folder.text(Self.release + "/withdrawn.html"))
    #expect(page.contains("含居民电话") && page.contains("2020-02-15"))
    let verified = try site.run("verify")
    #expect(verified.status == 0 && verified.output.contains("已撤下：archive/2020-02-14\n"))
    #expect(verified.output.contains("链完整：2 期"))
    #expect(rules(verified) == [Self.release + " archive.withdrawn warning"])
    try Tool.run(
      "sha256sum", ["-c", "--strict", "--quiet", "chain.sha256"], in: site.folder.path + "/archive")
    #expect(try site.run("withdraw", "2020-02-14", "--reason", "再").output.contains("早已撤下"))
    #expect(try site.run("withdraw", "2020-02-15", "--reason", "无此日").status == 1)
    #expect(try site.run("withdraw", "2020-02-14-2", "--reason", " ").status == 64)
    // The next release comes after what is left.
    try ArchivedSite.correct(site, to: 2)
    #expect(try site.run("snapshot").status == 0)
    #expect(try site.run("verify", "--rebuild").status == 0)
  }

  @Test func saysWhichReleaseStillHoldsWhatWasWithdrawn() throws {
    let site = try StarterSite()
    #expect(try site.run("snapshot").status == 0)
    try Edit.append("content/pages/about.md", "\n另。\n").apply(to: site.folder)
    #expect(try site.run("snapshot").status == 0)
    let outcome = try site.run("withdraw", "2020-02-14", "--reason", "数据有误")
    #expect(rules(outcome) == ["archive/2020-02-14-2 commands.still-elsewhere warning"], "\(outcome.errors)")
  }
}
