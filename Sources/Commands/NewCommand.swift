import ArgumentParser
import Common
import Glibc
import Output
import Pages
import Reading

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a site, a story or a day's own words.",
    discussion: """
      Examples:
        jianbao new site my-site
        jianbao new story 何晓琴 --place 安家嘴社区
        jianbao new bulletin 2020-02-14
      """,
    subcommands: [NewSite.self, NewStory.self, NewBulletin.self])
}

struct NewSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Make a folder with a small site that builds as it stands.",
    discussion: """
      Example:
        jianbao new site my-site && cd my-site && jianbao build
      """)

  @Argument(help: "The new project's folder.")
  var folder: String

  @OptionGroup var reports: ReportOptions

  func run() throws {
    let console = Console(reports)
    try Writing.run(console) { () throws(OutputError) in
      // A folder with content is left as it is, whichever of the files it lacks.
      let content = folder + "/content"
      guard access(content, F_OK) != 0 else {
        throw OutputError(action: "create", path: content, code: EEXIST)
      }
      for file in Starter.files { try NewFile.write(file.bytes, to: "\(folder)/content/\(file.path)") }
    }
    console.say("cli.new.site", ["folder": folder])
  }
}

struct NewStory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story", abstract: "Make a story with its front matter filled in.",
    discussion: """
      The file is made in content/stories; one that is there already is left alone. Its front matter has the reporting \
      day, the place's full name and, where the story's name is a person's, the person; above the text stands a list of \
      the place's figures as they print now, to be copied from. The list itself is never printed.

      Examples:
        jianbao new story 何晓琴 --place 安家嘴社区
        jianbao new story 复工第一天 --as-of 2020-02-20
      """)

  @Argument(help: "The story's name: its title and its file's name.")
  var name: String

  @Option(name: .long, help: "The place it is about: code, name, alias or path.")
  var place: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func run() throws {
    let console = Console(reports)
    var findings = Findings()
    var progress = Progress(console)
    let site = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    progress.finish()
    // A figure that is missing because its program was not run is not passed over in silence.
    var unrun = Findings()
    for var finding in findings.items where finding.rule == .commandNotAllowed {
      finding.severity = .warning
      unrun.add(finding)
    }
    if !unrun.items.isEmpty { console.report(unrun) }
    // Without a whole site a story can be begun all the same, but for its figures.
    guard let project = site?.project ?? Project.load(folder: source.source, findings: &findings) else {
      console.report(findings)
      throw ExitCode(1)
    }
    var region: RegionIndex?
    if let place {
      var asked = Findings()
      let names = NameIndex(tree: project.tree, indicators: project.indicatorNames)
      region = names.place(place, at: Location(file: "jianbao new story"), on: nil, findings: &asked)
      guard region != nil else {
        console.report(asked)
        throw ExitCode(1)
      }
    }
    let slug = name.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.joined(separator: "-")
    guard !slug.isEmpty else { throw ValidationError("the name needs a letter or a digit") }
    let path = project.folder.display("stories/\(slug).md")
    let known = StoryFigures(site: site, place: region)
    let date = source.asOf ?? project.site.asOf ?? site?.cube.asOf
    let draft = StoryDraft(
      title: name, date: date?.description, place: region.map { project.tree.fullName(of: $0) },
      people: PersonName.isLikely(name) ? [name] : [], figures: known.figures, figuresOf: known.placeName)
    let text = draft.text(console.catalogue)
    try Writing.run(console) { () throws(OutputError) in try NewFile.write(Array(text.utf8), to: path) }
    console.say("cli.new.story", ["path": path])
  }
}

struct NewBulletin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin", abstract: "Make a file for a day's own words in its bulletin.",
    discussion: """
      Every day with data has a bulletin anyway; this file adds the day's own words to it.

      Example:
        jianbao new bulletin 2020-02-14
      """)

  @Argument(help: "The day (YYYY-MM-DD).")
  var date: CivilDate

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func run() throws {
    let console = Console(reports)
    let path = SourceFolder(path: source.source).display("bulletins/\(date).md")
    let text = console.catalogue.text("cli.new.bulletin-text", ["date": date.description])
    try Writing.run(console) { () throws(OutputError) in try NewFile.write(Array(text.utf8), to: path) }
    console.say("cli.new.bulletin", ["path": path])
  }
}

/// Runs a piece of writing; trouble ends the program with status 2.
enum Writing {
  static func run(_ console: Console, _ work: () throws(OutputError) -> Void) throws {
    do throws(OutputError) {
      try work()
    } catch {
      console.trouble(error)
      throw ExitCode(2)
    }
  }
}
