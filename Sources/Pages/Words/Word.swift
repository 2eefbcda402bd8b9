/// The site's own words that the program writes, by their key in the theme's `strings/<language>.yaml`.
///
/// A theme's strings may hold more keys, for its templates; these must be there.
package enum Word: String, CaseIterable, Sendable {
  // Dates
  case dateFull, dateShort, dateMonth, dateRange, dateSpan
  case weekday1, weekday2, weekday3, weekday4, weekday5, weekday6, weekday7
  case month1, month2, month3, month4, month5, month6, month7, month8, month9, month10, month11, month12
  // Punctuation
  case comma, listComma, stop, semicolon, colon, parentheses, space
  // States
  case notReported, notApplicable, suppressed, provisional, corrected
  case notDue, immature
  case onTarget, belowTarget, warn, bad
  // Exactness
  case about, moreThan, lessThan, asReported
  // Changes
  case percentagePoints, rises, falls, increases, decreases, unchanged, almostUnchanged, notComparable
  case definitionChanged, summaryRedefined, redefinedOn, definitionUntil, definitionSince
  case besideTitle, besideBase, besideMore, besideLess, besideSame, besideOther, besideDifference
  case sinceYesterday, yesterdayValue, sameBasis, sameBasisRegrouped, yesterday, today, change, judgement
  // Units that are renamed, merged or split
  case regionEnded, regionEndedOn, regionEndedInto, regionRenamed, regionMoved, regionMergedFrom,
    regionSplitFrom,
    regionBegan, regionBegins
  case merged, mergedLong, breakRegions, seriesRenamed, seriesMoved, seriesMerged, seriesSplit
  case regroupedOn, regroupedMany, changeRenamed, changeMoved, changeMerged, changeSplit, changeRegrouped
  // Completeness
  case basedOn, carriedForward, ownReport, allReported, reporting, dataAsOf, knownOn, noData, leftOut
  // Periods and ranks
  case thisWeek, thisMonth, week, month, sinceLastWeek, sameDayLastWeek, daysReported, daysReportedOf, daysOf,
    incomplete
  case weeksNote, monthsNote
  case rankMove, rankUp, rankDown, rankSame, rankNew, rankUpShort, rankDownShort, rankSameShort
  // Targets
  case target, targetMissedBy, targetMet, warnLine, distanceToTarget
  // Summaries
  case summaryReporting, summaryAllReported, summaryValue, summaryAbsent, summaryMissing, summaryTargetMet,
    summaryTargetMissed
  case summaryLow
  // Tables and charts
  case indicator, day, place, value, numerator, denominator, state, rank, remaining, item, unit, formula
  case source, definition, howComputed, trend, restOf,
    perMeasure
  case chartSubtitle, chartDescription, chartGap, average7, cumulative, rankText
  case rankingSubtitle, number
  case funnelStep, funnelOfPrevious, funnelOfFirst, funnelShareOfPrevious, funnelShareOfFirst, funnelUnequal,
    funnelBasis
  // Formulas in words
  case spanMinutes, spanHours, spanDays, cohortDone, cohortMature, cohortDue, countedBy
  case interval, formulaChapman, formulaMissed
  case formulaRatio, formulaDifference, formulaTimes, formulaRolling
  case verbSum, verbCount, verbCountDistinct, verbLast, verbMax, verbMin, verbMean, whereIs
  // Notes
  case notesMissing, notesNoneMissing, notesProvisional, notesCorrectionBy
  // Reminders
  case remindersKept, remindersRest, remindersDue, remindersMissing, remindersLate, remindersCarried
  case remindersDeclared, remindersRefused, remindersLateAt
  case dataset, deadline, lastReport, silentDays, neverReported, reportingUnit
  // Where figures come from
  case inputsFold, inputsNote, inputsLine, inputsLineNumber, inputsOrigin, inputsRows, inputsSheetRows,
    inputsMore
  case inputsBase, inputsNoRows, inputsNoReport
  // Pages
  case issueNumber, home, places, bulletins, stories, indicators, method, notFound, tags,
    people
  case archive, search
  // Releases and revisions
  case revisions, revisionsOf, revisionsRest, releases, releaseName, releasesOfDay, withdrawn, openRelease
  case keptAsPublished, changedSince
  // Texts
  case textLength, readingTime
  // Exports
  case archivedBefore
  case reportTo, sendTo, distributeTo, printedOn, sourceOf, peopleNamed
  case exportTitle, exportLinks, exportOriginal, exportProvisional, exportFact
}
