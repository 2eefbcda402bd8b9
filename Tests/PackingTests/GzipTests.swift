import Glibc
import Testing

@testable import Packing

@Suite struct GzipTests {
  @Test(arguments: [0, 1, 511, 70_000])
  func isTheSameEachTimeAndWithoutNameAndTime(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    let packed = try #require(Gzip.compressed(bytes))
    #expect(Gzip.compressed(bytes) == packed)
    #expect(packed[..<8].elementsEqual([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
    // The last eight bytes: the CRC, and the size (RFC 1952, section 2.3.1).
    let last = packed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(last == size)
  }

  @Test func takesWhatCannotBeMadeSmaller() throws {
    var state: UInt64 = 1
    let noise = (0..<500_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    #expect(try #require(Gzip.compressed(noise)).count > noise.count)
  }

  @Test(.enabled(if: access("/bin/gzip", X_OK) == 0)) func isWhatGzipReads() throws {
    let text = Array(String(repeating: "卢沟桥街道 35/37\n", count: 10_000).utf8)
    let packed = try #require(Gzip.compressed(text))
    #expect(packed.count < text.count / 20)
    var name = Array((P_tmpdir + "/jianbao-gzip-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    defer { close(file) }
    _ = packed.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let unpacked = try #require(popen("/bin/gzip -dc < \(path)", "r"))
    defer { pclose(unpacked) }
    var read: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, unpacked), count > 0 { read += chunk[..<count] }
    #expect(read == text)
  }
}
