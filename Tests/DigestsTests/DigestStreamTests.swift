import Testing

@testable import Digests

@Suite struct DigestStreamTests {
  private static func digests(_ pieces: [String]) -> [DigestAlgorithm: String] {
    var stream = DigestStream(DigestAlgorithm.allCases)
    for piece in pieces { Array(piece.utf8).withUnsafeBytes { stream.update($0) } }
    return stream.finish().mapValues { Hexadecimal.text($0) }
  }

  /// RFC 1321, A.5, and FIPS 180-4's examples for `abc`.
  @Test(arguments: [["abc"], ["a", "b", "c"], ["", "ab", "", "c"]])
  func isThatOfTheStandardsHoweverTheBytesCome(_ pieces: [String]) {
    #expect(
      Self.digests(pieces) == [
        .md5: "900150983cd24fb0d6963f7d28e17f72",
        .sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
        .sha224: "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
        .sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        .sha384:
          "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        .sha512:
          "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
          + "454d4423643ce80e2a9ac94fa54ca49f",
      ])
  }

  @Test func countsTheBytes() {
    var stream = DigestStream([])
    for piece in [[UInt8](), [1, 2], [3]] { piece.withUnsafeBytes { stream.update($0) } }
    #expect(stream.count == 3)
    let digests = stream.finish()
    #expect(digests.isEmpty)
  }

  @Test(arguments: [
    ("sha256", DigestAlgorithm.sha256), ("SHA-512", .sha512), ("Md5", .md5), ("sha_1", .sha1),
  ])
  func isKnownByItsName(_ name: String, _ algorithm: DigestAlgorithm) {
    #expect(DigestAlgorithm(name: name) == algorithm)
  }

  @Test(arguments: ["", "sha", "crc32", "sha2566", "校验"])
  func isNothingElse(_ name: String) {
    #expect(DigestAlgorithm(name: name) == nil)
  }

  @Test func readsDigitsOfEitherCaseOnRequest() {
    #expect(Hexadecimal.bytes("00fF".utf8, anyCase: true) == [0, 255])
    #expect(Hexadecimal.bytes("00fF".utf8) == nil)
    #expect(Hexadecimal.bytes("00f".utf8) == nil)
  }
}
