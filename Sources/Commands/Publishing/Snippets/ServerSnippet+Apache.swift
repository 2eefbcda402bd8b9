extension ServerSnippet {
  /// A virtual host, with mod_headers and mod_rewrite; compressed files are chosen by a rule of our own, for what
  /// MultiViews would choose depends on what else is there.
  var apache: String {
    var text = comment + "<VirtualHost *:80>\n" + (host == "_" ? "" : "  ServerName \(host)\n")
    text +=
      prefix == "/"
      ? "  DocumentRoot \(quoted(root))\n" : "  Alias \(quoted(String(prefix.dropLast()))) \(quoted(root))\n"
    text += """
        ErrorDocument 404 \(prefix)404.html
        AddDefaultCharset utf-8
        AddCharset utf-8 .css .csv .js .json .svg .txt .xml
        AddType text/csv .csv
        AddType text/javascript .js
        <Directory \(quoted(root))>
          Options FollowSymLinks
          AllowOverride None
          Require all granted
          DirectoryIndex index.html
          RewriteEngine On
          RewriteBase \(prefix)
          RewriteRule (^|/)\\. - [R=404,L]

      """
    if isCompressed { text += compressed }
    text += "  </Directory>\n"
    for (name, value) in Self.headers { text += "  Header always set \(name) \(quoted(value))\n" }
    text += "  Header always set Content-Security-Policy \(quoted(header(policies.usual)))\n"
    for (address, policy) in policies.others {
      text += """
          <LocationMatch "^\(Self.escaped(prefix + address))(\\.gz)?$">
            Header always set Content-Security-Policy \(quoted(header(policy)))
          </LocationMatch>

        """
    }
    text += "  Header set Cache-Control \(quoted(Self.short))\n"
    for pattern in Self.unchanging {
      text += """
          <LocationMatch "^\(Self.escaped(prefix))\(pattern)(\\.gz)?$">
            Header set Cache-Control \(quoted(Self.long))
          </LocationMatch>

        """
    }
    return text + "</VirtualHost>\n"
  }

  /// Rules that put a file's compressed form in its place, as what it is.
  private var compressed: String {
    var text = """
          RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
          RewriteCond %{REQUEST_FILENAME}.gz -f
          RewriteRule ^(.+)$ $1.gz [L]

      """
    for (ending, type) in Self.types {
      text += "    RewriteRule \\.\(ending)\\.gz$ - [T=\(type),E=no-gzip:1]\n"
    }
    text += """
          <FilesMatch "\\.(\(Self.types.map(\.0).joined(separator: "|")))\\.gz$">
            Header set Content-Encoding gzip
          </FilesMatch>
          <FilesMatch "\\.(\(Self.types.map(\.0).joined(separator: "|")))(\\.gz)?$">
            Header append Vary Accept-Encoding
          </FilesMatch>

      """
    return text
  }

  private static let types = [
    ("html", "text/html"), ("css", "text/css"), ("js", "text/javascript"), ("csv", "text/csv"),
    ("json", "application/json"), ("svg", "image/svg+xml"), ("txt", "text/plain"),
    ("xml", "application/xml"),
  ]
}
