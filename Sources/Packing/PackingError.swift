/// Why an archive, or an entry of it, is not read.
package enum PackingError: Error, Hashable, Sendable {
  /// The bytes are no archive of the kind, or it ends too early to have a directory.
  case notAnArchive
  /// A header or the data of an entry is broken: lengths, checksums, compression. `entry` is `nil` where no name was read.
  case damaged(entry: String?)
  case encrypted(entry: String)
  /// A name that leaves the folder it is unpacked into, or is none.
  case unsafeName(String)
  case nameTwice(String)
  case tooManyEntries(limit: Int)
  /// More bytes, unpacked, than ``PackingLimits/entryBytes``.
  case entryTooLarge(String, limit: Int)
  /// So much larger than what it is packed into that it can only be meant to do harm.
  case ratioTooHigh(String, limit: Int)
}
