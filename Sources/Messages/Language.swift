/// A language the program speaks to its user in.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"

  /// English for `en`, `en_GB.UTF-8` and the like, Chinese for anything else.
  ///
  /// `C`, `POSIX` and no value at all are what a server has, and its user reads Chinese.
  package static func preferred(environmentLANG value: String?) -> Language {
    let language = (value ?? "").lowercased().prefix { $0.isLetter }
    return language == "en" ? .english : .chinese
  }
}
