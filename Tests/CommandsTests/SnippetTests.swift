import Foundation
import Testing

/// `publish --snippet`: what is printed is read by the server itself, and the site read back through it.
@Suite(.serialized) struct SnippetTests {
  static let nginx = "/usr/sbin/nginx"
  static let canServe =
    FileManager.default.isExecutableFile(atPath: nginx)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

  private static func site(_ address: String) throws -> StarterSite {
    let site = try StarterSite()
    let settings = try #require(site.folder.text("content/site.yaml"))
    let kept = settings.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("url:")
    }
    let url = address.isEmpty ? "" : "\nurl: \(address)\n"
    site.folder.write("content/site.yaml", Array((kept.joined(separator: "\n") + url).utf8))
    #expect(try site.run("publish", "./www").status == 0)
    return site
  }

  @Test(
    .enabled(if: canServe), arguments: ["", "https://www.example.org/", "https://www.example.org/team/site/"])
  func nginxServesTheSiteByIt(_ address: String) throws {
    let site = try Self.site(address)
    let outcome = try site.run("publish", "./www", "--snippet", "nginx")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let port = try #require(FreePort.find())
    let server = try NginxServer(
      snippet: outcome.output.replacingOccurrences(of: "listen 80;", with: "listen 127.0.0.1:\(port);"),
      in: site.folder, program: Self.nginx)
    #expect(server.verdict.contains("test is successful"), "\(server.verdict)")
    try server.start()
    defer { server.stop() }
    let base = "http://127.0.0.1:\(port)" + (address.hasSuffix("/team/site/") ? "/team/site/" : "/")
    // The next release is read back through it.
    try Edit.append("content/pages/about.md", "\n另一稿。\n").apply(to: site.folder)
    let published = try site.run("publish", "./www", "--url", base)
    #expect(published.status == 0, "\(published.errors)")

    let home = try Curl.head(base + "index.html", "-H", "Accept-Encoding: gzip")
    #expect(
      home.contains("200 OK") && home.contains("Content-Encoding: gzip")
        && home.contains("Vary: Accept-Encoding"))
    #expect(
      home.contains("Cache-Control: public, max-age=300") && home.contains("X-Content-Type-Options: nosniff"))
    #expect(home.contains("Content-Security-Policy: default-src 'none'; style-src 'self'"))
    #expect(!home.contains("script-src"))
    #expect(try Curl.head(base + "search.html").contains("script-src 'self'"))
    #expect(try Curl.head(base).contains("200 OK"))
    let style = try #require(site.folder.names(in: "www/current/assets").first { $0.hasSuffix(".css") })
    #expect(try Curl.head(base + "assets/" + style).contains("immutable"))
    let missing = try Curl.head(base + "nowhere.html")
    #expect(missing.contains("404 Not Found") && !missing.contains("immutable"))
    #expect(try Curl.head(base + ".jianbao/manifest").contains("404 Not Found"))
    #expect(try Curl.body(base + "nowhere.html") == site.folder.text("www/current/404.html"))
  }

  @Test func apacheIsToldTheSame() throws {
    let site = try Self.site("https://www.example.org/team/")
    let text = try site.run("publish", "./www", "--snippet", "apache").output
    for line in [
      "ServerName www.example.org", "Alias \"/team\" \"\(site.folder.path)/www/current\"",
      "ErrorDocument 404 /team/404.html", "RewriteCond %{REQUEST_FILENAME}.gz -f",
      "RewriteRule \\.html\\.gz$ - [T=text/html,E=no-gzip:1]",
      "<LocationMatch \"^/team/search\\.html(\\.gz)?$\">",
      "Options FollowSymLinks\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    let opened = text.components(separatedBy: "<").count
    #expect(opened == text.components(separatedBy: ">").count)
  }

  @Test func asksForABuiltSite() throws {
    let site = try StarterSite()
    let outcome = try site.run("publish", "--snippet", "nginx")
    #expect(outcome.status == 1 && outcome.errors.contains("jianbao build"))
    #expect(try site.run("publish", "--snippet", "lighttpd").status == 64)
  }

  @Test func listsDaysWithoutARelease() throws {
    let site = try StarterSite()
    try Edit.append(
      "content/site.yaml", "\npublish: {release_hour: \"17:00\", targets: {office: {path: www}}}\n"
    ).apply(
      to: site.folder)
    #expect(try site.run("publish", "--now", "2020-02-14T17:05").status == 0)
    let early = try site.run("publish", "--list", "--now", "2020-02-15T17:59").output
    #expect(early.split(separator: "\n").count == 1)
    let missed = try site.run("publish", "--list", "--now", "2020-02-15T18:00").output
    #expect(missed.split(separator: "\n").last == "2020-02-15  没有发布，误了 17:00 的发布时间")
    let later = try site.run("publish", "--list", "--now", "2020-02-17T18:00")
    #expect(later.output.split(separator: "\n").last?.hasPrefix("2020-02-15 至 2020-02-17") == true)
    let json = try site.run("publish", "--list", "--format", "json", "--now", "2020-02-17T18:00").output
    #expect(json.contains("\"without_release\":[{\"from\":\"2020-02-15\",\"to\":\"2020-02-17\"}]"))
  }

  @Test(arguments: ["ssh://-oProxyCommand=x/a", "ssh://host", "ftp://host/a", "ssh://user@host:0/a"])
  func checkSaysThatAnAddressCannotBeMeant(_ address: String) throws {
    let site = try StarterSite()
    try Edit.append("content/site.yaml", "\npublish: {targets: {city: {url: \"\(address)\"}}}\n").apply(
      to: site.folder)
    let outcome = try site.run("check")
    #expect(outcome.status == 1)
    #expect((outcome.output + outcome.errors).contains("content/site.yaml:"))
  }
}

/// An nginx of a test's own, with nothing but a snippet.
private final class NginxServer {
  private let process = Process()
  private let configuration: String
  private let program: String
  /// What `nginx -t` says.
  let verdict: String

  init(snippet: String, in folder: Folder, program: String) throws {
    self.program = program
    let place = folder.path + "/nginx"
    configuration = place + "/nginx.conf"
    let bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(place)/\($0);"
    }
    folder.write(
      "nginx/nginx.conf",
      Array(
        """
        daemon off; master_process off; pid \(place)/pid; error_log \(place)/error.log;
        events { }
        http { include /etc/nginx/mime.types; access_log off; \(bodies.joined(separator: " "))
        \(snippet)
        }
        """.utf8))
    verdict = try Curl.run(program, "-t", "-c", configuration)
  }

  func start() throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-c", configuration]
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  func stop() {
    // A test's threads block gentler signals, and a child begins with their mask.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

private enum FreePort {
  /// A port that nobody listens on.
  static func find() -> Int? {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain -> Int? in
        guard bind(socket, plain, length) == 0, getsockname(socket, plain, &length) == 0 else { return nil }
        return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          Int(UInt16(bigEndian: $0.pointee.sin_port))
        }
      }
    }
  }
}

private enum Curl {
  static func head(_ address: String, _ more: String...) throws -> String {
    try run("/usr/bin/curl", ["-s", "-o", "/dev/null", "-D", "-"] + Self.patience + more + [address])
  }

  static func body(_ address: String) throws -> String {
    try run("/usr/bin/curl", ["-s"] + patience + [address])
  }

  /// The server may need a moment before it listens.
  private static let patience = ["--retry", "20", "--retry-delay", "1", "--retry-connrefused"]

  static func run(_ program: String, _ arguments: String...) throws -> String { try run(program, arguments) }

  /// Both outputs of a program.
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // A pipe's end would be held open by a server that another test starts meanwhile.
    let scratch = Folder()
    scratch.write("output", [])
    let file = try #require(FileHandle(forWritingAtPath: scratch.path + "/output"))
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return scratch.text("output") ?? ""
  }
}
