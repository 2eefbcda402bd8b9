import Common

/// Who stands where: two pages whose addresses differ in case alone would be one file on many disks.
struct AddressBook {
  private var taken: [String: String] = [:]

  /// Case and spelling left out.
  static func folded(_ address: String) -> String { address.nfc.lowercased() }

  /// Takes an address that is made by rule and can clash with no other of its kind.
  mutating func reserve(_ address: String) { taken[Self.folded(address)] = address }

  /// - Returns: Whether the address was free; if not, a finding says who has it.
  mutating func claim(_ address: String, for source: Location, findings: inout Findings) -> Bool {
    let folded = Self.folded(address)
    guard let other = taken[folded] else {
      taken[folded] = source.file
      return true
    }
    findings.add(Diagnostic(.duplicateAddress, at: source, ["address": address, "other": other]))
    return false
  }
}

/// The last part of an address: letters, digits, `.`, `_` and `-`, in Unicode's form C.
enum Slug {
  static func isAllowed(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "_" || character == "-"
  }

  static func isSafe(_ slug: some StringProtocol) -> Bool {
    !slug.isEmpty && slug.first != "." && slug.allSatisfy(isAllowed)
  }
}
