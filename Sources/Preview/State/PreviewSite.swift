/// The site as the preview serves it: its files are made when they are asked for.
package struct PreviewSite: Sendable {
  /// The path of the site's public address, `/street/`: the page for missing addresses links from there.
  package let base: String
  /// Stands for the bytes of all files that pages show without holding them: styles, pictures.
  package let assets: PageVersion
  /// The file at one of the site's own addresses; `nil` where there is none. An address is only ever looked up, it
  /// never becomes a path.
  package let file: @Sendable (_ address: String) -> [UInt8]?

  package init(base: String, assets: PageVersion, file: @escaping @Sendable (_ address: String) -> [UInt8]?) {
    self.base = base
    self.assets = assets
    self.file = file
  }
}
