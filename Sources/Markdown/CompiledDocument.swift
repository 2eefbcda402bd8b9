import Common
import Reading
import YAML

/// A figure asked for in prose: `{{复工率 @安家嘴社区 2020-03-31|较昨日}}`. Names are as written; nothing is looked up yet.
package struct FigureReference: Hashable, Sendable {
  package var name: String
  package var place: String?
  package var day: CivilDate?
  package var transform: String?
  /// Of the first brace; the parts are named by their own places.
  package var location: Location
  package var nameLocation: Location
  package var placeLocation: Location?
  package var transformLocation: Location?

  package init(
    name: String, place: String?, day: CivilDate?, transform: String?, location: Location,
    nameLocation: Location, placeLocation: Location?, transformLocation: Location?
  ) {
    self.name = name
    self.place = place
    self.day = day
    self.transform = transform
    self.location = location
    self.nameLocation = nameLocation
    self.placeLocation = placeLocation
    self.transformLocation = transformLocation
  }
}

/// A fenced block that Jianbao fills: its name and the YAML between the fences.
package struct Directive: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case figures, chart, table, ranking, summary, notes, reminders, inputs, profile, steps, stories
  }
  package var kind: Kind
  /// `nil` when the block is empty.
  package var body: YAMLNode?
  package var location: Location

  package init(kind: Kind, body: YAMLNode?, location: Location) {
    self.kind = kind
    self.body = body
    self.location = location
  }
}

/// A run of a compiled page: bytes that are the same for every region, or a slot to fill.
package enum Piece: Hashable, Sendable {
  case html([UInt8])
  case figure(FigureReference)
  case directive(Directive)
}

/// A line of text that may hold inline figures, as a title.
package struct InlineText: Hashable, Sendable {
  package enum Run: Hashable, Sendable {
    /// Plain text, not escaped.
    case text(String)
    case figure(FigureReference)
  }
  package var runs: [Run]

  package init(runs: [Run]) {
    self.runs = runs
  }
}

/// A heading, for tables of contents.
package struct Heading: Hashable, Sendable {
  package var level: Int
  package var id: String
  package var text: String

  package init(level: Int, id: String, text: String) {
    self.level = level
    self.id = id
    self.text = text
  }
}

/// A link or image to somewhere inside the site, to be checked.
package struct InternalLink: Hashable, Sendable {
  package var target: String
  package var isImage: Bool
  package var location: Location

  package init(target: String, isImage: Bool, location: Location) {
    self.target = target
    self.isImage = isImage
    self.location = location
  }
}

/// A Markdown file, parsed once: literals and slots.
package struct CompiledDocument: Sendable {
  package var path: String
  package var frontMatter: FrontMatter
  package var pieces: [Piece]
  package var headings: [Heading]
  package var links: [InternalLink]
  /// The first paragraph as plain text without figures, for a summary where none is given.
  ///
  /// Where `<!-- more -->` stands in the text it is all paragraphs above that.
  package var opening: String?
  /// What stands above `<!-- more -->`, without its footnotes; `nil` where there is no such line.
  package var excerpt: [Piece]?

  package init(
    path: String, frontMatter: FrontMatter, pieces: [Piece], headings: [Heading], links: [InternalLink],
    opening: String?, excerpt: [Piece]? = nil
  ) {
    self.path = path
    self.frontMatter = frontMatter
    self.pieces = pieces
    self.headings = headings
    self.links = links
    self.opening = opening
    self.excerpt = excerpt
  }
}

/// What stands between the `---` lines.
package struct FrontMatter: Sendable {
  package var title: InlineText?
  package var date: CivilDate?
  package var lastModified: CivilDate?
  package var summary: InlineText?
  package var place: String?
  package var placeLocation: Location?
  package var people: [String] = []
  package var tags: [String] = []
  package var cover: String?
  /// What the cover shows: the words of `![…](…)`, where the cover is written so.
  package var coverText: String?
  package var isDraft = false
  package var publishDate: CivilDate?
  package var expiryDate: CivilDate?
  package var slug: String?
  package var slugLocation: Location?
  package var aliases: [String] = []
  package var source: String?
  package var reviewedBy: String?
  /// Whether the bulletin must be signed, where its file says so itself.
  package var approval: ApprovalRule.Need?
  package var weight: Int?
  package var layout: String?
  /// Free values for a theme.
  package var params: [YAMLEntry] = []
  /// The places of the values of the keys that are written.
  package var keyLocations: [Key: Location] = [:]
  /// Where the front matter begins.
  package var location: Location

  package init(location: Location) {
    self.location = location
  }
}
