extension ServerSnippet {
  /// Stands in `http { }`: the maps cannot stand in a server's own block.
  var nginx: String {
    var text = comment
    text += "types { text/csv csv; }\n"
    text += "map $uri $jianbao_policy {\n  default \(quoted(header(policies.usual)));\n"
    for (address, policy) in policies.others {
      text += "  \(quoted(prefix + address)) \(quoted(header(policy)));\n"
    }
    text += "}\nmap $uri $jianbao_keep {\n  default \(quoted(Self.short));\n"
    for pattern in Self.unchanging {
      text += "  \"~^\(Self.escaped(prefix))\(pattern)$\" \(quoted(Self.long));\n"
    }
    text += """
      }
      server {
        listen 80;
        server_name \(host);
        server_tokens off;
        charset utf-8;
        charset_types text/plain text/css text/csv text/xml application/javascript application/json application/xml application/atom+xml image/svg+xml;

      """
    if isCompressed { text += "  gzip_static on;\n  gzip_vary on;\n" }
    for (name, value) in Self.headers { text += "  add_header \(name) \(quoted(value)) always;\n" }
    text += """
        add_header Content-Security-Policy $jianbao_policy always;
        add_header Cache-Control $jianbao_keep;
        error_page 404 \(prefix)404.html;
        location ~ /\\. { return 404; }

      """
    if prefix == "/" {
      text += "  root \(quoted(root));\n  index index.html;\n"
    } else {
      text += "  location \(prefix) {\n    alias \(quoted(root + "/"));\n    index index.html;\n  }\n"
    }
    return text + "}\n"
  }

  /// A path in a regular expression.
  static func escaped(_ path: String) -> String {
    String(path.flatMap { ".+*?()[]{}^$|\\".contains($0) ? ["\\", $0] : [$0] })
  }
}
