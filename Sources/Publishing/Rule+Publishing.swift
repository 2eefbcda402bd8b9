import Common

extension Rule {
  package static let noPublishTarget = Rule("publishing.no-target")
  package static let badServerAddress = Rule("publishing.bad-server-address")
  package static let badTargetFolder = Rule("publishing.bad-target-folder")
  package static let targetInTheWay = Rule("publishing.target-in-the-way")
  package static let beforeReleaseHour = Rule("publishing.before-release-hour")
  package static let noBuild = Rule("publishing.no-build")
  package static let unfinishedBuild = Rule("publishing.unfinished-build")
  package static let missingParts = Rule("publishing.missing-parts")
  package static let alteredFile = Rule("publishing.altered-file")
  package static let otherBuild = Rule("publishing.other-build")
}
