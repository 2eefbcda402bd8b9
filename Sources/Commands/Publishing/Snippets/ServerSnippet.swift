import Common

/// What a web server is told to show a published site: root, headers, compressed files, the page for what is not there,
/// and how long a browser may keep what it has.
struct ServerSnippet {
  /// The link to the live release.
  let root: String
  let host: String
  /// Where the site begins on its host, with a slash at both ends.
  let prefix: String
  let policies: PagePolicies
  /// Whether `.gz` files stand beside the pages.
  let isCompressed: Bool
  /// In the words of the user, each a line of a comment.
  let remarks: [String]

  /// A page may change at any hour; what is named by its own digest never does.
  static let short = "public, max-age=300, must-revalidate"
  static let long = "public, max-age=31536000, immutable"

  /// Names of files that never change, from the site's top: by their digests.
  static let unchanging = [
    "assets/[^/]+\\.[0-9a-f]{10}\\.[0-9a-z]+", "search/[0-9a-z]/[0-9a-z]+\\.js",
  ]

  static let headers = [
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  func text(for server: WebServer) -> String {
    switch server {
    case .nginx: nginx
    case .apache: apache
    }
  }

  /// A policy as a header has it: that nobody may frame the page can be said there only.
  func header(_ policy: String) -> String { policy + "; frame-ancestors 'none'" }

  /// A text between double quotes.
  func quoted(_ text: String) -> String {
    "\"" + text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] } + "\""
  }

  var comment: String { remarks.map { "# " + $0 + "\n" }.joined() }
}
