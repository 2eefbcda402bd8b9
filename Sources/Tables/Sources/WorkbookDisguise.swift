import Common

/// What a file named as a workbook is instead, by its first bytes.
enum WorkbookDisguise {
  /// - Returns: `nil` for a zip, which may be a workbook.
  /// - Complexity: O(n) for a file in the format before 2007, O(1) otherwise.
  static func rule(for bytes: [UInt8]) -> Rule? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return nil
    }
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return .notAWorkbook }
    return hasEncryptedPackage(bytes) ? .workbookEncrypted : .oldSpreadsheet
  }

  /// Whether the container of the old format has the stream in which a workbook with a password stands
  /// ([MS-OFFCRYPTO] 2.3.4): its name in UTF-16, at the beginning of an entry of 128 bytes.
  private static func hasEncryptedPackage(_ bytes: [UInt8]) -> Bool {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    return stride(from: 0, to: bytes.count - name.count, by: 128).contains { bytes[$0...].starts(with: name) }
  }
}
