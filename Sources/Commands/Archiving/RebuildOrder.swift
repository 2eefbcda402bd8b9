import Common

/// The command that makes a release's pages again, as `bag-info.txt` has it.
struct RebuildOrder: Equatable {
  var asOf: CivilDate
  var hasDrafts: Bool
  /// Below the bag.
  var theme: String

  private static let content = "data/source/content"
  /// What the pages tell of the releases before.
  private static let archive = "data/source/archive"

  /// To be run in the bag's folder; it writes beside it.
  var command: String {
    var words = [
      "jianbao", "build", "--source", Self.content, "--theme", theme, "--archive", Self.archive, "--as-of",
      asOf.description,
    ]
    if hasDrafts { words.append("--drafts") }
    return (words + ["--output", "../rebuilt"]).joined(separator: " ")
  }

  init(asOf: CivilDate, hasDrafts: Bool, theme: String) {
    self.asOf = asOf
    self.hasDrafts = hasDrafts
    self.theme = theme
  }

  /// Reads a command back; `nil` unless it is one that ``command`` writes: a bag of others runs nothing here.
  init?(_ command: String) {
    let words = command.split(separator: " ").map(String.init)
    guard let at = words.firstIndex(of: "--as-of"), at + 1 < words.count,
      let day = CivilDate(iso: words[at + 1]),
      let themeAt = words.firstIndex(of: "--theme"), themeAt + 1 < words.count
    else { return nil }
    self.init(asOf: day, hasDrafts: words.contains("--drafts"), theme: words[themeAt + 1])
    guard self.command == command, theme.hasPrefix("data/source/themes/"), !theme.contains("..") else {
      return nil
    }
  }

  /// The options with which a bag in a folder is made again.
  func options(in folder: String) -> [String] {
    [
      "--source", folder + "/" + Self.content, "--theme", folder + "/" + theme, "--archive",
      folder + "/" + Self.archive, "--as-of", asOf.description,
    ] + (hasDrafts ? ["--drafts"] : [])
  }
}
