import Common

/// Reads from a picture's file how large a browser shows it.
package enum ImageFile {
  /// The size of a PNG, JPEG, GIF, WebP or SVG; `nil` for other files and for broken ones.
  ///
  /// - Complexity: O(segments) of a JPEG, O(64 KB) for SVG, else constant.
  package static func size(of bytes: [UInt8]) -> ImageSize? {
    guard var size = ImageSize(of: bytes) ?? svg(bytes) else { return nil }
    if isTurned(bytes) { size = ImageSize(width: size.height, height: size.width) }
    guard (1...largest).contains(size.width), (1...largest).contains(size.height) else { return nil }
    return size
  }

  /// More pixels than any picture has that a browser can show.
  private static let largest = 1 << 20
}
