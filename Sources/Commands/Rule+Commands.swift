import Common

extension Rule {
  package static let commandNotRun = Rule("commands.command-not-run")
  package static let themeNotFound = Rule("commands.theme-not-found")
  package static let absoluteLink = Rule("commands.absolute-link")
  package static let foreignFile = Rule("output.foreign-file")
  package static let addressTwice = Rule("output.address-twice")
  package static let brokenOutputLink = Rule("output.broken-link")
  package static let unsafeAddress = Rule("output.unsafe-address")
}
