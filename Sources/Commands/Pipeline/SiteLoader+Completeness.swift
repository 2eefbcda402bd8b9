import ArgumentParser
import Common
import Reading
import Statistics

extension SiteLoader.Loaded {
  /// Who has not reported.
  ///
  /// - Parameter moment: as of when; by default the reporting day's cut-off.
  func completeness(at moment: Deadline? = nil) -> CompletenessCheck {
    CompletenessCheck(
      cube: cube, root: renderer.plan.context.root,
      moment: moment ?? Deadline(day: cube.asOf, minutes: project.site.cutOffMinutes),
      atLeast: project.site.reportingAtLeast)
  }
}

extension Deadline: ExpressibleByArgument {
  /// Reads `2020-02-14T15:50`.
  package init?(argument: String) {
    let parts = argument.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CivilDate(iso: parts[0]), let minutes = TimeOfDay.minutes(parts[1])
    else {
      return nil
    }
    self.init(day: day, minutes: minutes)
  }
}
