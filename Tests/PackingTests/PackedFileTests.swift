import Glibc
import HandMade
import Testing

@testable import Packing

/// Archives on the disk: written the same everywhere, read as they lie.
@Suite struct PackedFileTests {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("袋/bagit.txt", Array("BagIt-Version: 1.0\n".utf8)),
    ("袋/data/" + String(repeating: "很长的名字", count: 12) + ".csv", Array(repeating: 0x61, count: 300_000)),
    ("袋/data/空", []),
  ]

  private func path(_ name: String) -> String { "\(P_tmpdir)/jianbao-packed-\(getpid())-\(name)" }

  private func write(
    _ format: PackedFormat, _ path: String, _ files: [(name: String, bytes: [UInt8])] = files
  ) throws -> [UInt8] {
    let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    var writer = try PackedFileWriter(to: file, format: format, seconds: 1_581_638_400)
    for (name, bytes) in files {
      try writer.begin(name, size: bytes.count)
      let room = Self.room(bytes)
      defer { room.deallocate() }
      try writer.write(UnsafeRawBufferPointer(room))
    }
    try writer.finish()
    return Self.read(path)
  }

  private static func room(_ bytes: [UInt8]) -> UnsafeMutableRawBufferPointer {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    room.copyBytes(from: bytes)
    return room
  }

  private func fill(_ file: Int32) throws {
    var writer = try PackedFileWriter(to: file, format: .tar, seconds: 0)
    try writer.begin("a", size: 300_000)
    let room = Self.room(Self.files[1].bytes)
    defer { room.deallocate() }
    try writer.write(UnsafeRawBufferPointer(room))
    try writer.finish()
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&room, 1, room.count, file), count > 0 { bytes += room[..<count] }
    return bytes
  }

  private func entries(_ path: String) throws -> [(PackedFileReader.Entry, [UInt8])] {
    var reader = try PackedFileReader(path: path)
    var found: [(PackedFileReader.Entry, [UInt8])] = []
    while let entry = try reader.next() {
      var bytes: [UInt8] = []
      let room = Self.room([UInt8](repeating: 0, count: 4096))
      defer { room.deallocate() }
      while case let count = try reader.read(into: room), count > 0 { bytes += room[..<count] }
      found.append((entry, bytes))
    }
    return found
  }

  @Test(arguments: PackedFormat.allCases) func giveBackWhatWasPacked(_ format: PackedFormat) throws {
    let path = path("\(format)")
    defer { unlink(path) }
    _ = try write(format, path)
    let found = try entries(path)
    #expect(found.map { String(decoding: $0.0.name, as: UTF8.self) } == Self.files.map(\.name))
    #expect(found.map(\.1) == Self.files.map(\.bytes))
    #expect(found.allSatisfy { $0.0.kind == .file } && found.map(\.0.size) == Self.files.map(\.bytes.count))
  }

  @Test(arguments: PackedFormat.allCases) func areTheSameBytesInEveryTimeZone(_ format: PackedFormat) throws {
    let path = path("same-\(format)")
    defer { unlink(path) }
    let first = try write(format, path)
    #expect(try write(format, path) == first)
    // Local time would stand in the zip's entries: its time of 1980 is none.
    if format == .zip { #expect(first[10..<14].elementsEqual([0, 0, 0x21, 0])) }
    if format == .tarGzip { #expect(first[3..<8].elementsEqual([0, 0, 0, 0, 0])) }
    if format == .tar {
      let header = first[512 * 2..<512 * 3]
      #expect(header.dropFirst(108).prefix(7).elementsEqual("000000 ".utf8))
    }
  }

  @Test func namesOfFormats() {
    #expect(PackedFormat(fileName: "a.tar") == .tar && PackedFormat(fileName: "a/B.TAR.GZ") == .tarGzip)
    #expect(PackedFormat(fileName: "a.tgz") == .tarGzip && PackedFormat(fileName: "a.zip") == .zip)
    #expect(PackedFormat(fileName: "tar") == nil && PackedFormat(fileName: "a.gz") == nil)
  }

  @Test func sayThatBytesAreNoArchive() throws {
    let path = path("none")
    defer { unlink(path) }
    for bytes in [[], Array("社区,日期\n".utf8), Array("PK\u{3}\u{4}".utf8)] {
      let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
      _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
      #expect(throws: PackedTrouble.self) { _ = try entries(path) }
    }
    #expect(throws: PackedTrouble(code: ENOENT, text: "")) {
      do throws(PackedTrouble) { _ = try PackedFileReader(path: "/nothing/here") } catch {
        throw PackedTrouble(code: error.code, text: "")
      }
    }
  }

  @Test func sayThatAFullDiskIsFull() throws {
    guard case let file = open("/dev/full", O_WRONLY), file >= 0 else { return }
    defer { close(file) }
    let error = #expect(throws: PackedTrouble.self) { try fill(file) }
    #expect(error?.code == ENOSPC)
  }
}
