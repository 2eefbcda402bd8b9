extension BrokenInput {
  /// What goes wrong in `site.yaml`, `regions.csv`, the datasets and the indicators.
  static let declarations: [BrokenInput] = {
    let (site, regions) = ("content/site.yaml", "content/regions.csv")
    let (dataset, indicators) = (StarterSite.dataset, StarterSite.indicators)
    return [
      BrokenInput(
        "a tab indents", .replace(site, "  - {id: street", with: "\t- {id: street"),
        finds: ["\(site):10:1 yaml.tab"]),
      BrokenInput(
        "a colon is full-width", .replace(site, "title: 示例", with: "title：示例"),
        finds: ["\(site):2:6 yaml.full-width-colon"], says: ["「title」"]),
      BrokenInput(
        "the space behind a colon is missing", .replace(site, "title: 示例", with: "title:示例"),
        finds: ["\(site):2:6 yaml.space-after-colon"]),
      BrokenInput(
        "a quotation mark is not closed in YAML", .replace(site, "title: 示例", with: "title: \"示例"),
        finds: ["\(site):2:8 yaml.unclosed-quote"]),
      BrokenInput(
        "a key of the site is misspelt", .replace(site, "publisher:", with: "publsher:"),
        finds: ["\(site):5:1 yaml.unknown-key"], says: ["「publsher」", "最接近：publisher"]),
      BrokenInput(
        "a key of a dataset is misspelt", .replace(dataset, "missingValues", with: "missingvalue"),
        finds: ["\(dataset):15:1 yaml.unknown-key"], says: ["最接近：missingValues"]),
      BrokenInput(
        "a field has an unknown type", .replace(dataset, "type: integer", with: "type: integr"),
        finds: ["\(dataset):13:48 yaml.not-a-choice"], says: ["最接近：integer"]),
      BrokenInput(
        "a key of an indicator is misspelt", .replace(indicators, "decimals", with: "decimal"),
        finds: ["\(indicators):7:3 yaml.unknown-key"], says: ["最接近：decimals"]),
      BrokenInput(
        "an indicator reads an unknown dataset",
        .replace(indicators, "screening.households_done}", with: "screning.households_done}"),
        finds: ["\(indicators):5:17 reading.unknown-dataset"], says: ["最接近：screening"]),
      BrokenInput(
        "an indicator reads an unknown field",
        .replace(indicators, "screening.households_done}", with: "screening.household_done}"),
        finds: ["\(indicators):5:17 reading.unknown-field"], says: ["最接近：households_done"]),
      BrokenInput(
        "a threshold of a percentage is none", .replace(indicators, "target: 100%", with: "target: 1"),
        finds: ["\(indicators):9:11 reading.threshold-not-percent"]),
      BrokenInput(
        "a place has an unknown parent", .replace(regions, "西苑社区,990101001", with: "西苑社区,990101009"),
        finds: ["\(regions):4:3 reading.unknown-parent"], says: ["「990101009」"]),
      BrokenInput(
        "a place has an unknown level",
        .replace(regions, "990101001,community,西苑", with: "990101001,comunity,西苑"),
        finds: ["\(regions):4:4 reading.unknown-level"], says: ["最接近：community"]),
      BrokenInput(
        "a code stands twice", .replace(regions, "990101001002", with: "990101001001"),
        finds: ["\(regions):4:1 reading.code-twice"], says: ["第 3 行"]),
      BrokenInput(
        "the site's root does not exist", .replace(site, "root: \"990101001\"", with: "root: \"990101009\""),
        finds: ["\(site):8:7 reading.unknown-region-code"]),
      BrokenInput(
        "the site's declaration is missing", .remove(site), finds: ["\(site) reading.file-not-found"]),
      BrokenInput("the places are missing", .remove(regions), finds: ["\(regions) reading.file-not-found"]),
    ]
  }()
}
