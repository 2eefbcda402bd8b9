// swift-tools-version: 6.2
import PackageDescription

/// The target graph, bottom first: a target may import only what stands in its row.
///
/// `Tests/ArchitectureTests` reads the sources and fails on an import that is not declared here.
let graph: [(name: String, uses: [String])] = [
  ("Common", []),
  ("YAML", ["Common", "CYaml"]),
  ("CommonMark", ["Common", "CCmark"]),
  ("Templates", ["Common"]),
  ("Charts", ["Common"]),
  ("Messages", ["Common", "YAML"]),
  ("Reading", ["Common", "YAML"]),
  ("Tables", ["Common", "Reading"]),
  ("Statistics", ["Common", "Reading", "Tables"]),
  ("Markdown", ["Common", "YAML", "CommonMark", "Reading"]),
  ("Pages", ["Common", "YAML", "Reading", "Tables", "Statistics", "Markdown"]),
  ("Rendering", ["Common", "YAML", "Reading", "Statistics", "Markdown", "Pages", "Templates", "Charts"]),
  ("Output", ["Common", "CCrypto"]),
  ("Linting", ["Common", "Reading", "Statistics", "Markdown", "Pages"]),
  ("Exporting", ["Common", "Reading", "Statistics", "Markdown", "Pages", "Rendering"]),
  ("Preview", ["Common", "FlyingFox", "FlyingSocks"]),
  (
    "Commands",
    [
      "Common", "YAML", "Messages", "Reading", "Tables", "Statistics", "Markdown", "Pages", "Rendering", "Output",
      "Linting", "Exporting", "Preview", "ArgumentParser",
    ]
  ),
  ("jianbao", ["Commands"]),
]

/// What comes from outside: everything else is a target of this package.
let products: [String: Target.Dependency] = [
  "ArgumentParser": .product(name: "ArgumentParser", package: "swift-argument-parser"),
  "FlyingFox": .product(name: "FlyingFox", package: "FlyingFox"),
  "FlyingSocks": .product(name: "FlyingSocks", package: "FlyingFox"),
]

let resources: [String: [Resource]] = [
  "Messages": [.embedInCode("strings/zh-Hans.yaml"), .embedInCode("strings/en.yaml")],
  "Preview": [.embedInCode("Client/preview.js"), .embedInCode("Client/preview.css")],
  "Commands": [
    "site.yaml", "regions.csv", "screening-dataset.yaml", "screening-data.csv", "screening-indicators.yaml", "index.md",
    "region.md", "indicator.md", "daily.md", "about.md", "story.md",
  ].map { .embedInCode("Scaffold/starter/" + $0) },
]

// One target at a time while several people work on the tree: ONLY=Tables swift test
let only = Context.environment["ONLY"]
func closure(_ name: String) -> Set<String> {
  var seen: Set<String> = [name]
  for use in graph.first(where: { $0.name == name })?.uses ?? [] { seen.formUnion(closure(use)) }
  return seen
}
let wanted = only.map(closure)

var targets: [Target] = [
  .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
  .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
  .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
]
for row in graph where wanted?.contains(row.name) ?? true {
  if row.name == "jianbao" {
    targets.append(.executableTarget(name: row.name, dependencies: row.uses.map { .byName(name: $0) }))
    continue
  }
  targets.append(
    .target(
      name: row.name,
      dependencies: row.uses.map { products[$0] ?? .byName(name: $0) },
      exclude: row.name == "Messages" ? ["strings/parts"] : [],
      resources: resources[row.name] ?? []))
}
for row in graph where row.name != "jianbao" && (only == nil || only == row.name) {
  targets.append(
    .testTarget(
      name: row.name + "Tests",
      dependencies: closure(row.name).subtracting(["CYaml", "CCmark", "CCrypto"]).sorted()
        .map { products[$0] ?? .byName(name: $0) },
      exclude: row.name == "Rendering" ? ["Golden"] : []))
}

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
