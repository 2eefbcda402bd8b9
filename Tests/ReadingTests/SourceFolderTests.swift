import Common
import Glibc
import Testing

@testable import Reading

@Suite struct SourceFolderTests {
  @Test func listsFilesInByteOrderWithoutWhatEditorsLeaveBehind() {
    let folder = TemporaryFolder([
      "site.yaml": "", "data/b.csv": "", "data/a/z.csv": "", "data/B.csv": "", "data/~$a.xlsx": "",
      "data/.~lock.b.csv#": "",
      ".git/config": "", "notes.md~": "", ".notes.md.swp": "", "x.swp": "",
    ])
    var findings = Findings()
    let files = SourceFolder(path: folder.path).files(findings: &findings)
    #expect(files == ["data/B.csv", "data/a/z.csv", "data/b.csv", "site.yaml"])
    #expect(findings.items.isEmpty)
  }

  @Test func reportsLinksAndSpecialFiles() {
    let folder = TemporaryFolder(["a.csv": "x"])
    symlink("a.csv", folder.path + "/link.csv")
    mkfifo(folder.path + "/pipe", 0o644)
    var findings = Findings()
    let source = SourceFolder(path: folder.path + "/")
    #expect(source.files(findings: &findings) == ["a.csv"])
    #expect(
      findings.sorted() == [
        Diagnostic(.symbolicLink, at: Location(file: folder.path + "/link.csv")),
        Diagnostic(.specialFile, at: Location(file: folder.path + "/pipe")),
      ])
    findings = Findings()
    #expect(source.read("link.csv", limit: 10, findings: &findings) == nil)
    #expect(source.read("pipe", limit: 10, findings: &findings) == nil)
    #expect(findings.items.map(\.rule) == [.symbolicLink, .specialFile])
  }

  @Test func reportsAFileThatIsNotThereOrTooLargeOrAFolder() {
    let folder = TemporaryFolder(["big.md": "12345", "data/x": ""])
    let source = SourceFolder(path: folder.path)
    var findings = Findings()
    #expect(source.read("none.yaml", limit: 4, findings: &findings) == nil)
    #expect(source.read("big.md", limit: 4, findings: &findings) == nil)
    #expect(source.read("data", limit: 4, findings: &findings) == nil)
    #expect(findings.items.map(\.rule) == [.fileNotFound, .fileTooLarge, .specialFile])
    #expect(findings.items.first?.location == Location(file: folder.path + "/none.yaml"))
    #expect(source.read("big.md", limit: 5, findings: &findings)?.bytes == Array("12345".utf8))
  }

  @Test func reportsAMissingFolderUnlessItIsOneOfItsOwn() {
    let folder = TemporaryFolder()
    var findings = Findings()
    #expect(SourceFolder(path: folder.path).files(below: "data", findings: &findings) == [])
    #expect(findings.items.isEmpty)
    #expect(SourceFolder(path: folder.path + "/none").files(findings: &findings) == [])
    #expect(findings.items == [Diagnostic(.folderNotFound, at: Location(file: folder.path + "/none"))])
  }

  @Test func reportsANameThatIsNotUTF8() {
    let folder = TemporaryFolder()
    let path = Array((folder.path + "/").utf8) + [0xC9, 0xE7, 0]
    close(
      path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
        $0.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o644) } ?? -1
      })
    var findings = Findings()
    #expect(SourceFolder(path: folder.path).files(findings: &findings) == [])
    #expect(findings.items.map(\.rule) == [.fileNameNotUTF8])
    path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { _ = $0.baseAddress.map { unlink($0) } }
  }

  @Test(arguments: [
    ("content", "content/site.yaml"), ("content/", "content/site.yaml"), (".", "site.yaml"),
    ("../x/content", "../x/content/site.yaml"), ("/", "/site.yaml"),
  ])
  func namesFilesAsTheUserWouldTypeThem(folder: String, expected: String) {
    #expect(SourceFolder(path: folder).display("site.yaml") == expected)
  }
}
