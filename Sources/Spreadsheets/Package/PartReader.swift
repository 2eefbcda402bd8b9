import Packing
import XML

/// Reads parts of a workbook as XML, straight from where they are packed.
struct PartReader {
  private let archive: ZipArchive
  /// By name without case, as the package's rules have it.
  private let indices: [String: Int]
  private let limits: WorkbookLimits
  private(set) var bytesRead = 0

  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
    do throws(PackingError) {
      archive = try ZipArchive(bytes, limits: limits.packing)
    } catch {
      throw .packing(error)
    }
    self.limits = limits
    let names = archive.entries.enumerated().map { ($0.element.name.lowercased(), $0.offset) }
    indices = Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  func has(_ part: String) -> Bool { indices[part.lowercased()] != nil }

  /// Lends parts as XML, each once, in the order in which they are packed.
  ///
  /// - Throws: ``WorkbookError/partMissing(_:)`` before anything is read, or what is wrong with the first broken one.
  /// - Complexity: O(bytes) of the parts and of the package's directory.
  mutating func read(
    _ parts: [String], _ body: (String, inout XMLReader) throws(XMLError) -> Void
  ) throws(WorkbookError) {
    var wanted: [Int: String] = [:]
    for part in parts {
      guard let index = indices[part.lowercased()] else { throw .partMissing(part) }
      wanted[index] = part
    }
    var total = bytesRead
    let limit = limits.totalBytes
    var failure: WorkbookError?
    do throws(PackingError) {
      try archive.read(Set(wanted.keys)) { index, stream throws(PackingError) in
        guard failure == nil, let part = wanted[index] else { return }
        failure = Self.parse(part, &stream, &total, limit, body)
      }
    } catch {
      throw .packing(error)
    }
    bytesRead = total
    if let failure { throw failure }
  }

  /// - Returns: what is wrong with the part.
  private static func parse(
    _ part: String, _ stream: inout EntryStream, _ total: inout Int, _ limit: Int,
    _ body: (String, inout XMLReader) throws(XMLError) -> Void
  ) -> WorkbookError? {
    do throws(XMLError) {
      try XMLReader.read(
        from: { buffer in
          guard total <= limit else { return -1 }
          let count = stream.read(into: buffer)
          total += max(0, count)
          return count
        },
        { reader throws(XMLError) in
          try body(part, &reader)
          // What follows must be whole too, or a cut or a wrong checksum would go unseen.
          while try reader.next() != nil {}
        })
      return nil
    } catch {
      if let failure = stream.failure { return .packing(failure) }
      if total > limit { return .tooLarge(limit: limit) }
      return error == .documentType ? .documentType(part: part) : .partBroken(part)
    }
  }
}
