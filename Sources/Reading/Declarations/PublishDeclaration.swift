import Common
import YAML

/// `publish:` of `site.yaml`: where the site is sent, and from what hour.
///
/// What stands here for all targets a target may say otherwise for itself.
package struct PublishDeclaration: Sendable, Hashable {
  package struct Target: Sendable, Hashable {
    package var name: String
    /// A folder, relative to the one the command runs in.
    package var path: Located<String>?
    /// `ssh://user@host:port/path`.
    package var url: Located<String>?
    package var options: Options
  }

  package struct Options: Sendable, Hashable {
    /// How many releases stay on the server.
    package var keep: Int?
    /// Minutes after midnight in the site's time zone before which the day's release must not go out.
    package var releaseMinutes: Int?
    /// The public address at which the release is read back.
    package var check: String?
    /// Whether `.gz` files are put beside the pages.
    package var compress: Bool?

    package init(
      keep: Int? = nil, releaseMinutes: Int? = nil, check: String? = nil, compress: Bool? = nil
    ) {
      self.keep = keep
      self.releaseMinutes = releaseMinutes
      self.check = check
      self.compress = compress
    }
  }

  /// The target when none is named.
  package var standard: Located<String>?
  package var options = Options()
  /// Of how many releases the pages can be opened on the site as they were published, the newest; `nil` for all.
  package var openReleases: Int?
  /// As written, each with what it leaves open filled in from `options`.
  package var targets: [Target] = []

  package init() {}

  package func target(named name: String) -> Target? {
    targets.first { $0.name == name }
  }
}
