import Glibc
import Testing

@testable import Processes

@Suite struct AttachedProgramTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func givesWhatAProgramSays() throws {
    let outcome = try AttachedProgram.run(
      ["sh", "-c", "cat; echo wrong >&2; exit 3"], input: Array("a\nb".utf8))
    #expect(text(outcome.output) == "a\nb" && text(outcome.errors) == "wrong\n" && outcome.status == 3)
  }

  @Test func handsWordsOverAsTheyAre() throws {
    let words = ["printf", "%s|", "$(id)", "a b", "'\"", "-x", "", "桥\n"]
    #expect(text(try AttachedProgram.run(words).output) == "$(id)|a b|'\"|-x||桥\n|")
  }

  @Test func takesMoreThanAPipeHolds() throws {
    let input = [UInt8](repeating: 0x61, count: 3_000_000)
    #expect(try AttachedProgram.run(["cat"], input: input).output.count == input.count)
  }

  @Test func saysThatThereIsNoSuchProgram() {
    #expect(throws: ProgramTrouble.notFound) { try AttachedProgram.run(["jianbao-no-such"]) }
    #expect(throws: ProgramTrouble.notPermitted) { try AttachedProgram.run(["/etc/passwd"]) }
  }

  @Test func endsAProgramThatTakesTooLong() throws {
    #expect(try AttachedProgram.run(["sleep", "60"], seconds: 0).status == 137)
  }

  @Test func saysBySignalsHowAProgramEnded() throws {
    #expect(try AttachedProgram.run(["sh", "-c", "kill -9 $$"]).status == 137)
    #expect(try AttachedProgram.run(["true"], seconds: 60).status == 0)
  }

  @Test func changesVariables() throws {
    let outcome = try AttachedProgram.run(
      ["sh", "-c", "echo $LC_ALL $A; command -v sh"], changing: ["LC_ALL": "C", "A": "1"])
    #expect(text(outcome.output).hasPrefix("C 1\n/"))
  }

  /// `signal(SIGPIPE, SIG_IGN)` is inherited, and a `yes` that ignores it would never end.
  @Test func doesNotHandOnWhatIsIgnoredHere() throws {
    signal(SIGPIPE, SIG_IGN)
    #expect(text(try AttachedProgram.run(["sh", "-c", "yes | head -n 1"], seconds: 60).output) == "y\n")
  }
}

@Suite struct ConversationTests {
  @Test func asksAndAnswers() throws {
    var talk = try Conversation(["sh", "-c", "while read -r a; do echo \"<$a>\"; done; echo end"])
    let sent = [talk.send("one"), talk.send("two three")]
    let answers = [talk.receive(), talk.receive()]
    #expect(sent == [true, true] && answers == [Array("<one>".utf8), Array("<two three>".utf8)])
  }

  @Test func endsWithTheProgram() throws {
    var talk = try Conversation(["sh", "-c", "echo last; echo why >&2; exit 1"])
    let (last, nothing) = (talk.receive(), talk.receive())
    let complaints = talk.complaints()
    #expect(last == Array("last".utf8) && nothing == nil && complaints == "why\n")
  }

  @Test func takesLongAnswers() throws {
    var talk = try Conversation(["sh", "-c", "read -r n; seq $n; echo done"])
    let isSent = talk.send("50000")
    var numbers: [[UInt8]?] = []
    for _ in 0...50_000 { numbers.append(talk.receive()) }
    #expect(isSent && numbers == (1...50_000).map { Array(String($0).utf8) } + [Array("done".utf8)])
  }

  @Test func doesNotWaitForAProgramThatGoesOn() throws {
    _ = try Conversation(["sleep", "600"])
  }

  @Test func saysThatThereIsNoSuchProgram() {
    #expect(throws: ProgramTrouble.notFound) {
      _ = try Conversation(["jianbao-no-such"])
    }
  }
}
