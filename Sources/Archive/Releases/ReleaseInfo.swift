import Common

/// What a release says about itself in `bag-info.txt`.
package struct ReleaseInfo: Sendable {
  /// Who publishes the site.
  package var organization: String
  /// The site's title.
  package var title: String
  /// What all releases of the site have in common: its address, or its title.
  package var group: String
  /// The day it was bagged on, as it was told: never today's.
  package var baggingDate: CivilDate
  /// The program, with its version.
  package var agent: String
  /// The command that makes the pages again from the sources, in the folder that holds the bag.
  package var rebuild: String

  package init(
    organization: String, title: String, group: String, baggingDate: CivilDate, agent: String, rebuild: String
  ) {
    self.organization = organization
    self.title = title
    self.group = group
    self.baggingDate = baggingDate
    self.agent = agent
    self.rebuild = rebuild
  }

  /// The names of the elements that are ours and not RFC 8493's.
  enum Label {
    static let reportingDay = "Reporting-Day"
    static let rebuild = "Rebuild-Command"
    static let previousRelease = "Previous-Release"
    static let previousDigest = "Previous-Tagmanifest-SHA256"
  }

  func elements(_ release: ReleaseName, files: [StagedFile], after previous: PreviousRelease?) -> BagInfo {
    var info = BagInfo()
    info.add("Source-Organization", organization)
    info.add("External-Description", title)
    info.add("Bagging-Date", baggingDate.description)
    info.add("External-Identifier", release.description)
    info.add("Bag-Group-Identifier", group)
    info.add("Payload-Oxum", "\(files.reduce(0) { $0 + $1.size }).\(files.count)")
    info.add("Bag-Software-Agent", agent)
    info.add(Label.reportingDay, release.day.description)
    info.add(Label.rebuild, rebuild)
    if let previous {
      info.add(Label.previousRelease, previous.name.description)
      info.add(Label.previousDigest, previous.digest.hex)
    }
    return info
  }
}
