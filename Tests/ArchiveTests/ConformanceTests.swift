import Common
import Testing

@testable import Archive

@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.valid + ConformanceCase.warning)
  func passes(_ example: ConformanceCase) async throws {
    let folder = example.bag.make()
    let verified = try await Verified.run(BagFolder(path: folder.path))
    #expect(verified.state == .valid)
    #expect(verified.errors == [])
    #expect(verified.notes == example.notes)
  }

  @Test(arguments: ConformanceCase.invalid)
  func refuses(_ example: ConformanceCase) async throws {
    let folder = example.bag.make()
    let verified = try await Verified.run(BagFolder(path: folder.path))
    #expect(verified.state == .invalid)
    #expect(verified.errors == example.errors)
    #expect(verified.notes == example.notes)
  }

  @Test func isNoBagWithoutAnyOfItsFiles() async throws {
    let folder = TestFolder()
    folder.write("data/x", "x")
    #expect(try await Verified.run(BagFolder(path: folder.path)).errors == ["not-a-bag"])
  }

  @Test func namesTheFileAndTheLine() async throws {
    var bag = SampleBag()
    bag.added = [("a payload\n", "data/bare-filename")]
    let folder = bag.make()
    var (cache, findings) = (DigestCache(), Findings())
    _ = try await BagVerifier(BagFolder(path: folder.path, name: "包")).verify(
      cache: &cache, findings: &findings)
    #expect(
      findings.items.map { $0.location } == [Location(file: "包/manifest-sha512.txt", line: 3, column: 1)])
  }

  @Test func readsAFileOfSeveralNamesOnce() async throws {
    let folder = SampleBag().make()
    var (cache, findings) = (DigestCache(), Findings())
    let verifier = BagVerifier(BagFolder(path: folder.path))
    _ = try await verifier.verify(cache: &cache, findings: &findings)
    // The same file, by its number and times, is not read again; another one of the same name is.
    folder.write("data/bare-filename", "b payload\n")
    let report = try await verifier.verify(cache: &cache, findings: &findings)
    #expect(report.state == .invalid)
  }
}
