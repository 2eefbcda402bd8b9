import Glibc

/// A folder for what another program, or another stage, is to read or write; whoever makes it removes it.
package enum TemporaryFolder {
  package static func make() throws(OutputError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array((parent + "/jianbao-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .last("mkdir", parent) }
    return made
  }
}
