import Common
import Foundation
import Pages
import Testing

@testable import Rendering

/// `api/v1/` and `datapackage.json`: the published figures for programs.
@Suite struct APITests {
  private static func object(_ site: RenderedSite, _ address: String) throws -> [String: Any] {
    let data = Data(try #require(site.files[address], "\(address)"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any], "\(address)")
  }

  private static func text(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case let number as NSNumber: Rational(decimal: number.stringValue)?.plainDecimal() ?? number.stringValue
    default: ""
    }
  }

  @Test func daysHoldTheSameFiguresAsTheCSV() throws {
    let site = try RenderedSite(SampleSite())
    let lines = try site.text("data/figures.csv").split(separator: "\n").dropFirst().map(String.init)
    var ofDays: Set<String> = []
    let index = try Self.object(site, "api/v1/index.json")
    let dates = try #require(index["dates"] as? [String])
    for date in dates {
      let day = try Self.object(site, "api/v1/latest/figures/\(date).json")
      #expect(day["columns"] as? [String] == APIFile.columns)
      for row in try #require(day["rows"] as? [[Any]]) {
        let printed = Self.text(row[6])
        let cells = [
          Self.text(row[0]), Self.text(row[1]), Self.text(row[2]), Self.text(row[4]), Self.text(row[5]),
          Self.text(row[3]), printed.contains(",") ? "\"\(printed)\"" : printed, Self.text(row[7]),
          Self.text(row[8]), Self.text(row[9]), Self.text(row[10]), Self.text(row[12]),
        ]
        ofDays.insert(cells.joined(separator: ","))
      }
    }
    #expect(ofDays == Set(lines))
    #expect(ofDays.count == lines.count && !lines.isEmpty)
  }

  @Test func aReleaseIsWhatLatestIsOnItsDay() throws {
    let site = try RenderedSite(SampleSite())
    let release = site.plan.context.history.release.description
    #expect(release == "2020-01-05")
    for name in ["indicators", "regions", "figures"] {
      let latest = try #require(site.files["api/v1/latest/\(name).json"])
      #expect(site.files["api/v1/releases/\(release)/\(name).json"] == latest)
    }
  }

  @Test func theSchemaNamesTheColumnsThatAreWritten() throws {
    let site = try RenderedSite(SampleSite())
    let schema = try Self.object(site, "api/v1/schema.json")
    let columns = ((schema["$defs"] as? [String: Any])?["columns"] as? [String: Any])?["const"] as? [String]
    #expect(columns == APIFile.columns)
  }

  @Test func theSchemaNamesEveryMemberOfEveryDocument() throws {
    let site = try RenderedSite(SampleSite())
    let schema = try Self.object(site, "api/v1/schema.json")
    let types = try #require(schema["$defs"] as? [String: [String: Any]])
    for (name, address) in [
      ("index", "index"), ("indicators", "latest/indicators"), ("regions", "latest/regions"),
      ("figures", "latest/figures"), ("day", "latest/figures/2020-01-03"),
    ] {
      let members = try Self.object(site, "api/v1/\(address).json").keys.sorted()
      #expect((types[name]?["required"] as? [String])?.sorted() == members, "\(name)")
    }
    let indicators = try Self.object(site, "api/v1/latest/indicators.json")["indicators"] as? [[String: Any]]
    let members = try #require(indicators?.first).keys.sorted()
    #expect((types["indicator"]?["required"] as? [String])?.sorted() == members)
  }

  @Test func everyAddressOfTheIndexIsAFile() throws {
    let site = try RenderedSite(SampleSite())
    let index = try Self.object(site, "api/v1/index.json")
    let releases = try #require(index["releases"] as? [[String: Any]])
    let documents = releases.compactMap { $0["documents"] } + [index["latest"] ?? ""]
    for case let set as [String: String] in documents {
      for address in set.values { #expect(site.files["api/v1/" + address] != nil, "\(address)") }
    }
    #expect(documents.count == 2)
  }

  @Test func thePackageNamesTheColumnsOfItsTables() throws {
    let site = try RenderedSite(SampleSite())
    let package = try Self.object(site, "datapackage.json")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 5)
    for resource in resources {
      let fields = (resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]]
      let names = try #require(fields).compactMap { $0["name"] as? String }
      let path = try #require(resource["path"] as? String)
      #expect(try site.text(path).prefix { $0 != "\n" } == names.joined(separator: ","))
    }
  }
}
