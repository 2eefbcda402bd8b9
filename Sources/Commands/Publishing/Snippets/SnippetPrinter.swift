import ArgumentParser
import Common
import Glibc
import Publishing
import Reading

/// `publish --snippet`: the settings of a server for the site as it is built, on standard output.
struct SnippetPrinter {
  let server: WebServer
  let output: String
  let source: SourceOptions
  let target: String?

  /// Where the site stands while nobody has said.
  private static let anyFolder = "/srv/www/site"

  func run(_ console: Console) throws {
    let settings = PublishSettings(source: source)
    var findings = Findings()
    var found: PublishTarget?
    if target != nil || !settings.publish.targets.isEmpty {
      found = PublishTarget.find(
        target, in: settings.publish, site: settings.location, command: Location(file: "jianbao publish"),
        apart: [], findings: &findings)
      guard found != nil else {
        console.report(findings)
        throw ExitCode(1)
      }
    }
    guard let policies = PagePolicies(of: output) else {
      console.line(console.catalogue.text("cli.snippet.not-built", ["path": output]), to: STDERR_FILENO)
      throw ExitCode(1)
    }
    let (host, prefix) = Self.parts(of: settings.address)
    let folder = found?.address.path ?? Self.anyFolder
    let snippet = ServerSnippet(
      root: Self.absolute(folder) + "/current", host: host, prefix: prefix, policies: policies,
      isCompressed: found?.options.compress ?? settings.publish.options.compress ?? true,
      remarks: console.catalogue.text("cli.snippet.\(server.rawValue)").split(separator: "\n").map(
        String.init))
    console.line(snippet.text(for: server))
  }

  /// `www.example.org` and `/site/`; any host and its top where the site has no address.
  static func parts(of address: String?) -> (host: String, prefix: String) {
    guard let address, let scheme = address.firstRange(of: "://") else { return ("_", "/") }
    let rest = address[scheme.upperBound...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let path = String(rest[slash...])
    let host = rest[..<slash].prefix { $0 != ":" }
    return (String(host), path.isEmpty ? "/" : path.hasSuffix("/") ? path : path + "/")
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    return String(cString: here) + "/" + rest
  }
}
