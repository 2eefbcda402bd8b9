import Common
import Pages
import Preview
import Rendering

/// A loaded site's files by their addresses, made when they are asked for.
struct PreviewFiles: Sendable {
  private let renderer: SiteRenderer
  /// What is made with each address. A page's CSV files are found by way of the page.
  private let numbers: [String: Int]
  private let assets: PageVersion

  init(_ renderer: SiteRenderer) {
    self.renderer = renderer
    var numbers: [String: Int] = [:]
    var assets = PageVersion()
    for (number, item) in renderer.items.enumerated() {
      switch item {
      case .page(let index): numbers[renderer.plan.pages[index].address] = number
      case .asset, .file:
        renderer.make(number) { address, fill in
          var buffer = ByteBuffer()
          fill(&buffer)
          assets.add(buffer.bytes)
          numbers[address] = number
        }
      default: renderer.make(number) { address, _ in numbers[address] = number }
      }
    }
    self.numbers = numbers
    self.assets = assets
  }

  var site: PreviewSite {
    PreviewSite(base: base, assets: assets) { bytes(at: $0) }
  }

  func bytes(at address: String) -> [UInt8]? {
    guard let number = numbers[address] ?? pageOfTable(address) else { return nil }
    var found: [UInt8]?
    renderer.make(number) { made, fill in
      guard made == address else { return }
      var buffer = ByteBuffer(capacity: 1 << 16)
      fill(&buffer)
      found = buffer.bytes
    }
    return found
  }

  /// The page beside which `regions/1101/110106007.ranking.csv` stands.
  private func pageOfTable(_ address: String) -> Int? {
    guard address.hasSuffix(".csv") else { return nil }
    return address.indices.lazy.filter { address[$0] == "." }.compactMap { numbers[address[..<$0] + ".html"] }
      .first
  }

  /// `/street/` of `https://example.org/street/`.
  private var base: String {
    let parts = (renderer.plan.context.site.url ?? "").split(
      separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count == 4 ? "/" + parts[3] : "/"
  }
}
