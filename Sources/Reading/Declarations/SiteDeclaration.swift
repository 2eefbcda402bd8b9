import Common

/// `site.yaml`: what the site is, whose it is, and the rules that hold for all of it.
package struct SiteDeclaration: Sendable {
  /// What becomes of a dataset's row with a refused cell.
  package enum OnRefused: String, Sendable, CaseIterable {
    case stop
    case leaveOut = "leave_out"
  }

  /// The disclosure rule: counts of people from 1 to `below` - 1 are not shown.
  package struct Disclosure: Hashable, Sendable {
    package enum Mode: String, Sendable, CaseIterable { case suppress, round5 }
    package var below: Int
    package var mode: Mode
    package var showsZero: Bool

    package init(below: Int, mode: Mode, showsZero: Bool) {
      self.below = below
      self.mode = mode
      self.showsZero = showsZero
    }
  }

  /// A public duty line.
  package struct Contact: Hashable, Sendable {
    package var label: String
    package var phone: String

    package init(label: String, phone: String) {
      self.label = label
      self.phone = phone
    }
  }

  /// Who a bulletin is from and to: 报、送、发.
  package struct BulletinHead: Hashable, Sendable {
    /// 社区防控工作简报
    package var name: String
    package var issuer: String
    package var reportTo: [String]
    package var sendTo: [String]
    package var distributeTo: [String]
    /// Who must have signed a bulletin before it is published.
    package var approval = ApprovalRule()

    package init(name: String, issuer: String, reportTo: [String], sendTo: [String], distributeTo: [String]) {
      self.name = name
      self.issuer = issuer
      self.reportTo = reportTo
      self.sendTo = sendTo
      self.distributeTo = distributeTo
    }
  }

  package var title: String
  /// `zh-Hans` or `en`: the theme's strings of that name.
  package var language: String
  /// One sentence, for feeds and search engines.
  package var description: String?
  /// The organisation behind the site, as it signs.
  package var publisher: String
  /// The site's public address with a slash at its end; feeds and the site map need it.
  package var url: String?
  /// Minutes east of Greenwich.
  package var timeZoneMinutes: Int
  /// Minutes after midnight at which a reporting day's data are cut off: 数据截至.
  package var cutOffMinutes: Int
  /// The code of the region whose dashboard is the home page.
  package var root: String
  /// Top first.
  package var levels: [RegionLevel]
  /// The share of expected units that must have reported before a total carries a colour or a rank.
  package var reportingAtLeast: Rational
  package var onRefused: OnRefused
  package var disclosure: Disclosure?
  package var contacts: [Contact]
  package var bulletin: BulletinHead
  /// The reporting day when no `--as-of` is given; `nil` means the latest day in the data.
  package var asOf: CivilDate?
  /// Days before the first and after the last of which a row's date is a mistake.
  package var period: ClosedRange<CivilDate>?
  /// The words that mark every page showing figures of a dataset declared `illustrative`.
  package var illustrativeNotice: String?
  /// Titles and units of `regions.csv`'s base columns.
  package var baseColumns: [BaseColumnDeclaration]
  /// Where the site is sent.
  package var publish = PublishDeclaration()

  package struct BaseColumnDeclaration: Hashable, Sendable {
    package var name: String
    package var title: String
    package var unit: String?
    package var approximate: Bool

    package init(name: String, title: String, unit: String?, approximate: Bool) {
      self.name = name
      self.title = title
      self.unit = unit
      self.approximate = approximate
    }
  }

  package init(
    title: String, language: String, description: String?, publisher: String, url: String?,
    timeZoneMinutes: Int,
    cutOffMinutes: Int, root: String, levels: [RegionLevel], reportingAtLeast: Rational, onRefused: OnRefused,
    disclosure: Disclosure?, contacts: [Contact], bulletin: BulletinHead, asOf: CivilDate?,
    period: ClosedRange<CivilDate>?, illustrativeNotice: String?, baseColumns: [BaseColumnDeclaration]
  ) {
    self.title = title
    self.language = language
    self.description = description
    self.publisher = publisher
    self.url = url
    self.timeZoneMinutes = timeZoneMinutes
    self.cutOffMinutes = cutOffMinutes
    self.root = root
    self.levels = levels
    self.reportingAtLeast = reportingAtLeast
    self.onRefused = onRefused
    self.disclosure = disclosure
    self.contacts = contacts
    self.bulletin = bulletin
    self.asOf = asOf
    self.period = period
    self.illustrativeNotice = illustrativeNotice
    self.baseColumns = baseColumns
  }
}
