import Glibc

/// The folders under watch. The kernel watches single folders; what lies below is added and dropped here.
struct WatchedFolders {
  private let inotify: Int32
  private let roots: [String]
  private var paths: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]

  init(inotify: Int32, roots: [String]) {
    self.inotify = inotify
    self.roots = roots
    for root in roots { add(root) }
  }

  /// Whether every root is there.
  var isWhole: Bool { roots.allSatisfy { watches[$0] != nil } }

  /// Looks for roots that were missing.
  ///
  /// - Returns: Whether one has come.
  mutating func addMissingRoots() -> Bool {
    let missing = roots.filter { watches[$0] == nil }
    for root in missing { add(root) }
    return missing.contains { watches[$0] != nil }
  }

  /// Follows an event.
  ///
  /// - Returns: Whether it tells of a change that counts.
  mutating func take(_ event: FileEvent) -> Bool {
    if event.has(Int(IN_Q_OVERFLOW)) {
      for root in roots { add(root) }
      return true
    }
    guard let folder = paths[event.watch] else { return false }
    if event.has(Int(IN_IGNORED)) {
      paths[event.watch] = nil
      if watches[folder] == event.watch { watches[folder] = nil }
      return false
    }
    if event.has(Int(IN_DELETE_SELF)) || event.has(Int(IN_MOVE_SELF)) {
      // Of a folder below a root its parent tells too; a root that went away is waited for.
      guard roots.contains(folder) else { return false }
      drop(folder)
      return true
    }
    guard !EditorFile.isTemporary(event.name) else { return false }
    if event.isFolder {
      let path = folder + "/" + event.name
      // A folder that took another's name is another folder.
      drop(path)
      if event.has(Int(IN_CREATE)) || event.has(Int(IN_MOVED_TO)) { add(path) }
    }
    return true
  }

  /// Watches a folder and all below it. The watch comes first and the listing second: what is made in between is told.
  private mutating func add(_ path: String) {
    let flags = FileEvent.wanted | UInt32(IN_ONLYDIR) | (roots.contains(path) ? 0 : UInt32(IN_DONT_FOLLOW))
    let watch = inotify_add_watch(inotify, path, flags)
    guard watch >= 0 else { return }
    paths[watch] = path
    watches[path] = watch
    guard let stream = opendir(path) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN) else {
        continue
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !EditorFile.isTemporary(name) { add(path + "/" + name) }
    }
  }

  private mutating func drop(_ path: String) {
    for (folder, watch) in watches where folder == path || folder.hasPrefix(path + "/") {
      inotify_rm_watch(inotify, watch)
      watches[folder] = nil
      paths[watch] = nil
    }
  }
}
