import Glibc

/// Tells when anything changes in some folders and below them.
package struct FolderWatcher: Sendable {
  private let inotify: Int32
  private let stop: Int32
  private let roots: [String]
  /// Milliseconds without an event after which a burst of them is over.
  private let quiet: Int32 = 50
  /// Milliseconds after which a burst is told that does not end.
  private let patience: Int32 = 200
  /// Milliseconds between two looks for a folder that is missing.
  private let missing: Int32 = 300

  /// Changes in the folders, from now on; a burst of them is one. A folder that is not there is waited for.
  ///
  /// What editors leave behind while they write does not count. The watch ends with the stream.
  /// - Returns: `nil` when the system has no watch to give.
  package static func changes(in folders: [String]) -> AsyncStream<Void>? {
    let inotify = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    // The thread waits at one end; it ends when the other is closed.
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    let (stop, held) = (ends[0], ends[1])
    let watcher = FolderWatcher(inotify: inotify, stop: stop, roots: folders.map(trimmed))
    guard inotify >= 0, stop >= 0 else {
      watcher.close()
      if held >= 0 { Glibc.close(held) }
      return nil
    }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    // What changes before the thread runs must not be lost.
    let watched = WatchedFolders(inotify: inotify, roots: watcher.roots)
    let hasStarted = BackgroundThread.start {
      watcher.run(watched) { continuation.yield() }
      watcher.close()
    }
    guard hasStarted else {
      watcher.close()
      Glibc.close(held)
      return nil
    }
    continuation.onTermination = { _ in Glibc.close(held) }
    return stream
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private func close() {
    if inotify >= 0 { Glibc.close(inotify) }
    if stop >= 0 { Glibc.close(stop) }
  }

  private func run(_ folders: WatchedFolders, changed: () -> Void) {
    var folders = folders
    var burst: ContinuousClock.Instant?
    while true {
      var files = [
        pollfd(fd: inotify, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      ]
      let timeout = burst != nil ? quiet : folders.isWhole ? -1 : missing
      let count = poll(&files, nfds_t(files.count), timeout)
      if files[1].revents != 0 || (count < 0 && errno != EINTR) { return }
      if files[0].revents != 0 {
        for event in FileEvent.read(from: inotify) where folders.take(event) { burst = burst ?? .now }
      }
      if !folders.isWhole, folders.addMissingRoots() { burst = burst ?? .now }
      if let start = burst, count == 0 || start.duration(to: .now) > .milliseconds(patience) {
        burst = nil
        changed()
      }
    }
  }
}
