/// What editors and office programs leave beside a file while it is written.
enum EditorFile {
  /// `.#story.md` and `#story.md#` of Emacs, `story.md~`, `.story.md.swp` and `4913` of Vim, `~$日报.xlsx` of Excel,
  /// `.~lock.日报.csv#` of LibreOffice.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || name.hasPrefix("#") && name.hasSuffix("#")
      || name.hasSuffix("~")
      || name.hasSuffix(".swp") || name.hasSuffix(".swx") || name.hasSuffix(".tmp") || name == "4913"
  }
}
