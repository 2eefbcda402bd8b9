import Common

/// The page of a withdrawn release: plain HTML, without script and style.
package struct WithdrawalPage: Sendable {
  package let language: String
  package let title: String
  /// A paragraph each.
  package let lines: [String]

  package init(language: String, title: String, lines: [String]) {
    self.language = language
    self.title = title
    self.lines = lines
  }

  package var bytes: [UInt8] {
    var page = ByteBuffer()
    page.write("<!DOCTYPE html>\n<html lang=\"")
    page.write(escaped: language)
    page.write("\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    page.write(escaped: title)
    page.write("</title>\n</head>\n<body>\n<main>\n<h1>")
    page.write(escaped: title)
    page.write("</h1>\n")
    for line in lines {
      page.write("<p>")
      page.write(escaped: line)
      page.write("</p>\n")
    }
    page.write("</main>\n</body>\n</html>\n")
    return page.bytes
  }
}
