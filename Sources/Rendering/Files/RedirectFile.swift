import Common
import Pages
import Reading

/// The page at a former address: it leads to the new one without a script, and says so to those who stay.
struct RedirectFile: Sendable {
  let redirect: Redirect
  let site: SiteDeclaration

  func write(into buffer: inout ByteBuffer) {
    let link = Addresses.up(from: redirect.address) + redirect.target
    buffer.write("<!doctype html>\n<html lang=\"")
    buffer.write(escaped: site.language)
    buffer.write("\">\n<head>\n<meta charset=\"utf-8\">\n")
    buffer.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    buffer.write(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n"
    )
    buffer.write("<title>")
    buffer.write(escaped: redirect.title)
    buffer.write("</title>\n<meta http-equiv=\"refresh\" content=\"0; url=")
    buffer.write(escaped: PercentEncoding.path(link))
    buffer.write("\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"")
    buffer.write(escaped: PercentEncoding.path(site.url.map { $0 + redirect.target } ?? link))
    buffer.write("\">\n</head>\n<body>\n<p><a href=\"")
    buffer.write(escaped: PercentEncoding.path(link))
    buffer.write("\">")
    buffer.write(escaped: redirect.title)
    buffer.write("</a></p>\n</body>\n</html>\n")
  }
}
