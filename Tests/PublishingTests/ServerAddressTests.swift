import Testing

@testable import Publishing

@Suite struct ServerAddressTests {
  @Test func namesUserHostPortAndPath() throws {
    let address = try ServerAddress("ssh://web_1@www.example.org:2222/srv/my%20site/网站")
    #expect(address.user == "web_1" && address.host == "www.example.org" && address.port == 2222)
    #expect(address.path == "/srv/my site/网站" && address.login == "web_1@www.example.org")
    #expect(address.location(of: "releases/x") == "web_1@www.example.org:/srv/my site/网站/releases/x")
    let bare = try ServerAddress("ssh://host/a b'$(x)")
    #expect(bare.user == nil && bare.port == nil && bare.path == "/a b'$(x)")
    let six = try ServerAddress("ssh://[fe80::1]:22/srv")
    #expect(six.host == "fe80::1" && six.login == "fe80::1" && six.location(of: "x") == "[fe80::1]:/srv/x")
    #expect("\(six)" == "ssh://[fe80::1]:22/srv")
  }

  @Test(
    arguments: [
      ("http://host/a", .notSSH), ("host:/a", .notSSH), ("/a", .notSSH), ("ssh:/host/a", .notSSH),
      ("ssh://-oProxyCommand=x/a", .host), ("ssh:///a", .host), ("ssh://ho st/a", .host),
      ("ssh://host;rm/a", .host), ("ssh://$(x)/a", .host), ("ssh://[::1%eth0]/a", .host),
      ("ssh://主机/a", .host),
      ("ssh://-l@host/a", .user), ("ssh://a b@host/a", .user), ("ssh://@host/a", .user),
      ("ssh://a'b@host/a", .user),
      ("ssh://host:0/a", .port), ("ssh://host:70000/a", .port), ("ssh://host:x/a", .port),
      ("ssh://host:/a", .port),
      ("ssh://host", .path), ("ssh://host/", .path), ("ssh://host/a/../b", .path), ("ssh://host/./a", .path),
      ("ssh://host/a%0Ab", .path), ("ssh://host/a%2", .path), ("ssh://host/%FF", .path),
      ("ssh://host/a\nb", .path),
    ] as [(String, ServerAddress.Fault)])
  func isNothingElse(text: String, fault: ServerAddress.Fault) {
    #expect(throws: fault) { try ServerAddress(text) }
  }
}
