import HandMade
import Testing

@testable import Packing

@Suite struct ZipArchiveTests {
  private func archive(
    limits: PackingLimits = .standard, _ make: (inout HandMadeZip) -> Void
  ) throws(PackingError) -> ZipArchive {
    var zip = HandMadeZip()
    make(&zip)
    return try ZipArchive(zip.bytes, limits: limits)
  }

  /// What an entry holds, or why it is not read.
  private func contents(_ archive: ZipArchive, _ index: Int) -> Result<[UInt8], PackingError> {
    var result: Result<[UInt8], PackingError> = .failure(.notAnArchive)
    do {
      try archive.read([index]) { _, stream in
        let bytes = stream.readAll()
        result = bytes.map { .success($0) } ?? .failure(stream.failure ?? .notAnArchive)
      }
    } catch {
      return .failure(error)
    }
    return result
  }

  @Test func listsEntriesAndReadsThemInOnePass() throws {
    let archive = try archive { zip in
      zip.add("a.txt", Array("first".utf8))
      zip.add("文件夹/第二.txt", Array("second".utf8))
      zip.add("c.bin", [UInt8](repeating: 7, count: 200_000))
    }
    #expect(archive.entries.map(\.name) == ["a.txt", "文件夹/第二.txt", "c.bin"])
    #expect(archive.entries.map(\.size) == [5, 6, 200_000])
    var read: [Int: [UInt8]] = [:]
    try archive.read([2, 0]) { index, stream in read[index] = stream.readAll() }
    #expect(read[0] == Array("first".utf8))
    #expect(read[2]?.count == 200_000)
    #expect(read.count == 2)
    #expect(try contents(archive, 1).get() == Array("second".utf8))
  }

  @Test func unpacksDeflatedData() throws {
    let archive = try archive { $0.add("zeros", zeros: 1000) }
    #expect(try contents(archive, 0).get() == [UInt8](repeating: 0, count: 258_001))
  }

  @Test func passesOverWhatABodyLeavesUnread() throws {
    let archive = try archive { zip in
      zip.add("long", [UInt8](repeating: 1, count: 300_000))
      zip.add("short", [2])
    }
    var last: [UInt8]?
    try archive.read([0, 1]) { index, stream in if index == 1 { last = stream.readAll() } }
    #expect(last == [2])
  }

  @Test func refusesABomb() throws {
    let archive = try archive(limits: PackingLimits(ratio: 100)) { $0.add("bomb", zeros: 50_000) }
    #expect(contents(archive, 0) == .failure(.ratioTooHigh("bomb", limit: 100)))
  }

  @Test func refusesAnEntryThatIsTooLargeWhateverItsHeaderSays() throws {
    var zip = HandMadeZip()
    zip.add("big", zeros: 5000)
    let archive = try ZipArchive(zip.bytes, limits: PackingLimits(entryBytes: 1_000_000))
    #expect(contents(archive, 0) == .failure(.entryTooLarge("big", limit: 1_000_000)))
  }

  @Test func refusesTooManyEntries() {
    #expect(throws: PackingError.tooManyEntries(limit: 3)) {
      try archive(limits: PackingLimits(entries: 3)) { zip in
        for number in 0..<4 { zip.add("\(number)", [1]) }
      }
    }
  }

  @Test func findsAWrongChecksum() throws {
    let archive = try archive { zip in
      zip.add("a", [1, 2, 3])
      zip.entries[0].checksum ^= 1
    }
    #expect(contents(archive, 0) == .failure(.damaged(entry: "a")))
  }

  @Test func findsDamageInsideDeflatedData() throws {
    let archive = try archive { zip in
      zip.add("a", zeros: 100)
      zip.entries[0].packed[5] ^= 0xFF
    }
    #expect(contents(archive, 0) == .failure(.damaged(entry: "a")))
  }

  @Test func refusesWhatIsNoZip() {
    for bytes in [[], [1, 2, 3], Array("社区,日期\n".utf8), [0x50, 0x4B, 3, 4]] {
      #expect(throws: PackingError.notAnArchive) { try ZipArchive(bytes) }
    }
  }

  @Test func refusesAZipThatWasCutOff() {
    var zip = HandMadeZip()
    zip.add("a", [UInt8](repeating: 1, count: 1000))
    let whole = zip.bytes
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: PackingError.self) { try ZipArchive(Array(whole.prefix(count))) }
    }
  }

  @Test(arguments: ["../a", "a/../../b", "/etc/passwd", "C:/a", "a/../b", #"..\a"#, #"\a"#])
  func refusesNamesThatLeave(name: String) {
    #expect(throws: PackingError.self) { try archive { $0.add(name, [1]) } }
  }

  @Test func readsBackslashesAsSlashes() throws {
    let archive = try archive { $0.add(#"xl\workbook.xml"#, [1]) }
    #expect(archive.entries.map(\.name) == ["xl/workbook.xml"])
  }

  @Test func refusesANameThatStandsTwice() {
    #expect(throws: PackingError.nameTwice("A.xml")) {
      try archive { zip in
        zip.add("a.xml", [1])
        zip.add("A.xml", [2])
      }
    }
  }

  @Test func refusesEncryptedEntries() {
    #expect(throws: PackingError.encrypted(entry: "a")) {
      try archive { zip in
        zip.add("a", [UInt8](repeating: 1, count: 20))
        zip.entries[0].flags |= 1
      }
    }
  }

  @Test func survivesEveryFlippedBit() {
    var zip = HandMadeZip()
    zip.add("xl/一.xml", zeros: 20)
    zip.add("b", Array("stored".utf8))
    let whole = zip.bytes
    for bit in 0..<(whole.count * 8) {
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      guard let archive = try? ZipArchive(bytes) else { continue }
      for index in archive.entries.indices { _ = contents(archive, index) }
    }
    #expect((try? ZipArchive(whole))?.entries.count == 2)
  }
}
