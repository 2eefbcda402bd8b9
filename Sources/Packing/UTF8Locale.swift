import Glibc

/// Makes the current thread read and write names as UTF-8 for as long as the value lives.
///
/// libarchive converts names by the C library's locale; in the C locale it gives no name that is not ASCII, and writing
/// one crashes it. The thread's own locale is set instead of the process's, so that nothing else changes.
struct UTF8Locale: ~Copyable {
  private let own: locale_t?
  private let previous: locale_t?

  init() {
    own = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    previous = own.flatMap { uselocale($0) }
  }

  /// Does something while names are UTF-8.
  static func during<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let locale = UTF8Locale()
    defer { locale.hold() }
    return try body()
  }

  /// Keeps the value alive until here.
  private func hold() {}

  deinit {
    guard let own else { return }
    uselocale(previous)
    freelocale(own)
  }
}
