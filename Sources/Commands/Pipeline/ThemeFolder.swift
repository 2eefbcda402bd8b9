import Common
import Digests
import Glibc
import Reading
import Rendering

/// Finds a theme's files, the user's own laid over the default's.
struct ThemeFolder {
  let theme: String
  let language: String

  /// The default theme: `themes/jianbao` beside the user's theme, in the project, beside the installed program
  /// (`../share/jianbao/themes/jianbao`), or in a folder above it, as in a checkout.
  static func defaultTheme(besides theme: String) -> String? {
    let parent = theme.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    var candidates = [parent.isEmpty ? "jianbao" : parent + "/jianbao", "themes/jianbao"]
    var folder = executableFolder()
    candidates.append(folder + "/../share/jianbao/themes/jianbao")
    while !folder.isEmpty {
      candidates.append(folder + "/themes/jianbao")
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
    }
    return candidates.first { access($0 + "/theme.yaml", F_OK) == 0 }
  }

  private static func executableFolder() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return "" }
    let path = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The default theme's folder and the user's own; one of them where they are the same, or the other is not there.
  ///
  /// - Returns: `nil` when the theme asked for does not exist.
  var folders: [SourceFolder]? {
    var folders: [SourceFolder] = []
    let base = Self.defaultTheme(besides: theme)
    if let base, !isSame(base, theme) { folders.append(SourceFolder(path: base)) }
    // With the default at hand a project needs no theme of its own, unless it asks for one.
    let isOptional = base != nil && theme == SourceOptions.usualTheme
    if isFolder(theme) {
      folders.append(SourceFolder(path: theme))
    } else if !isOptional {
      return nil
    }
    return folders
  }

  func load(fields: FieldSet, findings: inout Findings) -> Theme? {
    guard let folders else {
      findings.add(Diagnostic(.themeNotFound, at: Location(file: theme)))
      return nil
    }
    var chosen: [String: SourceFile] = [:]
    var strings: [SourceFile] = []
    for folder in folders {
      for path in folder.files(findings: &findings) {
        guard let file = folder.read(path, limit: Limits.configuration, findings: &findings) else { continue }
        if path == "strings/\(language).yaml" { strings.append(file) } else { chosen[path] = file }
      }
    }
    let files = chosen.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      (path: $0.key, file: $0.value)
    }
    return Theme.load(
      files: files, strings: strings, language: language, fields: fields,
      fingerprint: { String(Digest(of: $0).hex.prefix(10)) }, findings: &findings)
  }

  private func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private func isSame(_ left: String, _ right: String) -> Bool {
    var (a, b) = (stat(), stat())
    return stat(left, &a) == 0 && stat(right, &b) == 0 && a.st_ino == b.st_ino && a.st_dev == b.st_dev
  }
}
