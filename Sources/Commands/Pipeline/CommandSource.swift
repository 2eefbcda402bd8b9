import Common
import Processes
import Reading

/// Runs the programs that are datasets' sources; the output of one is its dataset's only file.
struct CommandSource {
  /// Whether `--allow-commands` was given.
  let isAllowed: Bool
  let folder: SourceFolder

  /// - Returns: `nil` when a finding says why there is no output.
  func read(
    _ command: CommandDeclaration, of dataset: DatasetDeclaration, findings: inout Findings
  ) -> SourceFile? {
    if let bytes = recordedOutput(dataset) {
      return SourceFile(path: dataset.location.file + " (command)", bytes: bytes)
    }
    guard isAllowed else {
      findings.add(diagnostic(.commandNotAllowed, command, dataset))
      return nil
    }
    let name = command.words.first ?? ""
    let program = Program(
      name, Array(command.words.dropFirst()), in: folder.path, timeout: command.timeout * 1000,
      outputLimit: Limits.commandOutput)
    let outcome: ProgramOutcome
    do throws(ProgramTrouble) {
      outcome = try program.run()
    } catch {
      findings.add(diagnostic(error.rule, command, dataset, ["program": name, "error": error.code]))
      return nil
    }
    let fault: (Rule, KeyValuePairs<String, String>)? =
      switch outcome.end {
      case .status(0): outcome.output.isEmpty ? (.commandWroteNothing, [:]) : nil
      case .status(let status): (.commandFailed, ["status": String(status)])
      case .signal(let signal): (.commandKilled, ["signal": String(signal)])
      case .timedOut: (.commandTimedOut, ["seconds": String(command.timeout)])
      case .tooMuchOutput: (.commandWroteTooMuch, ["limit": String(Limits.commandOutput >> 20)])
      }
    if let (rule, values) = fault {
      findings.add(diagnostic(rule, command, dataset, values, errors: outcome.errors))
      return nil
    }
    return SourceFile(path: dataset.location.file + " (command)", bytes: outcome.output)
  }

  private func recordedOutput(_ dataset: DatasetDeclaration) -> [UInt8]? {
    var ignored = Findings()
    return folder.read(RecordedData.output(of: dataset), limit: Limits.commandOutput, findings: &ignored)?
      .bytes
  }

  private func diagnostic(
    _ rule: Rule, _ command: CommandDeclaration, _ dataset: DatasetDeclaration,
    _ values: KeyValuePairs<String, String> = [:], errors: [UInt8] = []
  ) -> Diagnostic {
    var diagnostic = Diagnostic(rule, at: command.location, values)
    let shown = ProgramWords.shown(errors)
    let more: KeyValuePairs = [
      "dataset": dataset.title, "command": ProgramWords.line(command.words),
      "errors": shown.isEmpty ? "—" : shown,
    ]
    diagnostic.arguments += more.map { name, value in
      Diagnostic.Argument(name: name, value: value, isLong: name == "errors")
    }
    return diagnostic
  }
}

extension ProgramTrouble {
  fileprivate var rule: Rule {
    switch self {
    case .notFound: .commandNotFound
    case .notPermitted: .commandNotPermitted
    case .holdsNUL, .other: .commandNotStarted
    }
  }

  fileprivate var code: String {
    switch self {
    case .other(let code): "errno \(code)"
    case .holdsNUL: "NUL"
    case .notFound, .notPermitted: ""
    }
  }
}
