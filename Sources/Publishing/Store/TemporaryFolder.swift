import Glibc
import Output

/// A folder for what another program is to read or write; whoever makes it removes it.
enum TemporaryFolder {
  static func make() throws(OutputError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array((parent + "/jianbao-publish-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .last("mkdir", parent) }
    return made
  }
}
