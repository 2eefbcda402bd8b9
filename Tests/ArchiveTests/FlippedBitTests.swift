import Common
import Glibc
import Testing

@testable import Archive

/// One bit of an archive, wherever it is, that is not what it was.
@Suite struct FlippedBitTests {
  /// The archive's files with their sizes, in byte order: those of the releases, and the chain.
  private func files(_ sample: SampleArchive) throws -> [(name: String, size: Int)] {
    var findings = Findings()
    return try BagFolder(path: sample.folder.path + "/archive").entries(findings: &findings).filter {
      $0.kind == .file && !$0.path.description.hasPrefix(ArchiveFolder.stateFolder + "/")
    }.map { ("archive/" + $0.path.description, $0.size) }
  }

  private func flip(_ sample: SampleArchive, _ name: String, byte: Int, bit: Int) {
    // In place: a file that releases share stays one.
    let path = sample.folder.path + "/" + name
    chmod(path, 0o644)
    let file = open(path, O_RDWR)
    defer { close(file) }
    var value: UInt8 = 0
    pread(file, &value, 1, off_t(byte))
    value ^= 1 << UInt8(bit)
    pwrite(file, &value, 1, off_t(byte))
  }

  @Test(arguments: 1...40) func isFound(_ seed: Int) async throws {
    let sample = try SampleArchive.ofThreeDays()
    let files = try files(sample)
    let total = files.reduce(0) { $0 + $1.size }
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var byte = Int(state >> 33) % total
    let bit = Int(state >> 29) % 8
    let file = try #require(
      files.first { file in
        if byte < file.size { return true }
        byte -= file.size
        return false
      })
    flip(sample, file.name, byte: byte, bit: bit)
    let verified = try await sample.verify()
    #expect(!verified.errors.isEmpty, "\(file.name) byte \(byte) bit \(bit)")
    flip(sample, file.name, byte: byte, bit: bit)
    #expect(try await sample.verify().errors == [])
  }
}
