import Common

extension Rule {
  package static let commandNotRun = Rule("commands.command-not-run")
  package static let foreignFile = Rule("output.foreign-file")
  package static let addressTwice = Rule("output.address-twice")
  package static let unsafeAddress = Rule("output.unsafe-address")
}
