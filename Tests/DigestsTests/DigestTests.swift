import Testing

@testable import Digests

@Suite struct DigestTests {
  /// FIPS 180-4, the examples published with it.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func isThatOfTheStandard(_ text: String, _ hex: String) {
    #expect(Digest(of: Array(text.utf8)).hex == hex)
  }

  @Test func holdsForAMillionBytes() {
    let digest = Digest(of: Array(repeating: 0x61, count: 1_000_000))
    #expect(digest.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func comesBackFromItsDigits() {
    let digest = Digest(of: [1, 2, 3])
    #expect(Digest(hex: Array(digest.hex.utf8)) == digest)
    #expect(Digest(hex: Array(digest.hex.uppercased().utf8)) == nil)
    #expect(Digest(hex: Array(digest.hex.utf8.dropLast())) == nil)
  }
}
