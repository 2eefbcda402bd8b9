import Common

extension Rule {
  package static let commandNotAllowed = Rule("commands.command-not-allowed")
  package static let commandNotFound = Rule("commands.command-not-found")
  package static let commandNotPermitted = Rule("commands.command-not-permitted")
  package static let commandNotStarted = Rule("commands.command-not-started")
  package static let commandFailed = Rule("commands.command-failed")
  package static let commandKilled = Rule("commands.command-killed")
  package static let commandTimedOut = Rule("commands.command-timed-out")
  package static let commandWroteTooMuch = Rule("commands.command-wrote-too-much")
  package static let commandWroteNothing = Rule("commands.command-wrote-nothing")
  package static let themeNotFound = Rule("commands.theme-not-found")
  package static let absoluteLink = Rule("commands.absolute-link")
  package static let approvalNotThere = Rule("commands.approval-not-there")
  package static let unknownRole = Rule("commands.unknown-role")
  package static let foreignFile = Rule("output.foreign-file")
  package static let addressTwice = Rule("output.address-twice")
  package static let brokenOutputLink = Rule("output.broken-link")
  package static let unsafeAddress = Rule("output.unsafe-address")
  package static let releaseNotFound = Rule("commands.release-not-found")
  package static let releaseWithdrawn = Rule("commands.release-withdrawn")
}
