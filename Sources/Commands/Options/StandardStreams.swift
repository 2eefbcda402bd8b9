import Glibc

/// Standard input, output and error, made safe to write to.
package enum StandardStreams {
  /// A reader that goes away, as `head` does, is an error of the write and no signal. And a stream that is closed is
  /// opened on nothing, or the next file to be opened would take its number and our messages with it.
  package static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    var descriptor = open("/dev/null", O_RDWR)
    while (0...STDERR_FILENO).contains(descriptor) { descriptor = open("/dev/null", O_RDWR) }
    if descriptor > STDERR_FILENO { close(descriptor) }
  }
}
