// swift-tools-version: 6.2
import PackageDescription

/// The target graph, bottom first: a target may import only what stands in its row.
///
/// `Tests/CommonTests/ArchitectureTests` reads the sources and fails on an import that is not declared here.
let graph: [(name: String, uses: [String])] = [
  ("Common", []),
  ("YAML", ["Common", "CYaml"]),
  ("CommonMark", ["Common", "CCmark"]),
  ("Templates", ["Common"]),
  ("Charts", ["Common"]),
  ("Search", ["Common"]),
  ("Messages", ["Common", "YAML"]),
  ("Reading", ["Common", "YAML"]),
  ("Packing", ["Common", "CArchive"]),
  ("XML", ["Common", "CXml"]),
  ("Spreadsheets", ["Common", "Packing", "XML"]),
  ("Tables", ["Common", "Reading", "Packing", "Spreadsheets"]),
  ("Statistics", ["Common", "Reading", "Tables"]),
  ("Markdown", ["Common", "YAML", "CommonMark", "Reading"]),
  ("Comparing", ["Common", "Reading"]),
  ("Pages", ["Common", "YAML", "Reading", "Tables", "Statistics", "Markdown", "Comparing"]),
  (
    "Rendering",
    [
      "Common", "YAML", "Reading", "Statistics", "Markdown", "Pages", "Templates", "Charts",
      "Search", "Comparing",
    ]
  ),
  ("Digests", ["CCrypto"]),
  ("Processes", ["CSpawn"]),
  ("Output", ["Common", "Digests"]),
  ("Publishing", ["Common", "YAML", "Processes", "Digests", "Output", "Packing"]),
  ("Archive", ["Common", "Digests", "Packing", "Reading", "Output"]),
  ("Linting", ["Common", "Reading", "Statistics", "Markdown", "Pages"]),
  ("Exporting", ["Common", "Reading", "Statistics", "Markdown", "Pages", "Rendering"]),
  ("Preview", ["Common", "FlyingFox", "FlyingSocks"]),
  (
    "Commands",
    [
      "Common", "YAML", "Messages", "Reading", "Tables", "Statistics", "Markdown", "Pages",
      "Rendering", "Packing",
      "Digests", "Output", "Archive", "Processes", "Publishing", "Comparing", "Linting", "Exporting",
      "Preview",
      "ArgumentParser",
    ]
  ),
  ("jianbao", ["Commands"]),
]

/// `ONLY=Tables,YAML swift test` builds these targets, what they stand on, and their tests: for work on one stage.
let only = Context.environment["ONLY"].map { $0.split(separator: ",").map(String.init) }

/// What comes from outside: everything else is a target of this package.
let products: [String: Target.Dependency] = [
  "ArgumentParser": .product(name: "ArgumentParser", package: "swift-argument-parser"),
  "FlyingFox": .product(name: "FlyingFox", package: "FlyingFox"),
  "FlyingSocks": .product(name: "FlyingSocks", package: "FlyingFox"),
]

let starter = [
  "site.yaml", "regions.csv", "screening-dataset.yaml", "screening-data.csv",
  "screening-indicators.yaml",
  "index.md", "region.md", "indicator.md", "daily.md", "about.md", "story.md",
]

let resources: [String: [Resource]] = [
  "Messages": [.embedInCode("strings/zh-Hans.yaml"), .embedInCode("strings/en.yaml")],
  "Rendering": [.embedInCode("Files/API/schema.json")],
  "Preview": [.embedInCode("Client/preview.js"), .embedInCode("Client/preview.css")],
  "Publishing": [.embedInCode("Server/server.sh")],
  "Commands": starter.map { .embedInCode("Scaffold/starter/" + $0) } + [
    .embedInCode("Diffing/diff.css"), .embedInCode("Reporting/report.css"),
    .embedInCode("Explaining/explain.schema.json"),
  ],
]

/// Everything of ours that a target stands on, itself included.
func closure(_ name: String) -> Set<String> {
  let uses = graph.first { $0.name == name }?.uses ?? []
  return uses.reduce(into: [name]) { $0.formUnion(closure($1)) }
}

func dependencies(_ names: [String]) -> [Target.Dependency] {
  names.map { products[$0] ?? .byName(name: $0) }
}

/// The system's libraries, each imported by one target only.
let libraries: [(name: String, pkgConfig: String, package: String)] = [
  ("CYaml", "yaml-0.1", "libyaml-dev"),
  ("CCmark", "libcmark", "libcmark-dev"),
  ("CCrypto", "libcrypto", "libssl-dev"),
  ("CArchive", "libarchive", "libarchive-dev"),
  ("CXml", "libxml-2.0", "libxml2-dev"),
]

var targets: [Target] = libraries.map {
  .systemLibrary(name: $0.name, pkgConfig: $0.pkgConfig, providers: [.apt([$0.package])])
}
/// What stands beside a target's tests and is no source.
let notSources = ["Rendering": ["Golden"], "Commands": ["Producers"]]

/// Zips and workbooks put together byte by byte, for the tests that read them.
let readHandMade: Set<String> = ["Archive", "Packing", "Spreadsheets", "Tables"]
targets.append(.target(name: "HandMade", path: "Tests/HandMade"))

// Functions of the C library itself that Swift's module of it leaves out.
targets.append(.systemLibrary(name: "CSpawn"))

let wanted = only.map { $0.reduce(into: Set<String>()) { $0.formUnion(closure($1)) } }
for row in graph where row.name != "jianbao" && wanted?.contains(row.name) ?? true {
  targets.append(
    .target(
      name: row.name, dependencies: dependencies(row.uses), resources: resources[row.name] ?? []))
  guard only?.contains(row.name) ?? true else { continue }
  // A test may use all that its target stands on.
  targets.append(
    .testTarget(
      name: row.name + "Tests",
      dependencies: dependencies(
        closure(row.name).subtracting(libraries.map(\.name)).subtracting(["CSpawn"]).sorted()
          + (readHandMade.contains(row.name) ? ["HandMade"] : [])),
      exclude: notSources[row.name] ?? []))
}
if only == nil { targets.append(.executableTarget(name: "jianbao", dependencies: ["Commands"])) }

let package = Package(
  name: "jianbao",
  products: [],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: targets,
  swiftLanguageModes: [.v6]
)
