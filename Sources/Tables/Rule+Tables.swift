import Common

extension Rule {
  // Files
  package static let oldSpreadsheet = Rule("tables.old-spreadsheet")
  package static let notAWorkbook = Rule("tables.not-a-workbook")
  package static let workbookEncrypted = Rule("tables.workbook-encrypted")
  package static let workbookDamaged = Rule("tables.workbook-damaged")
  package static let workbookUnsafe = Rule("tables.workbook-unsafe")
  package static let workbookTooLarge = Rule("tables.workbook-too-large")
  package static let unknownFileKind = Rule("tables.unknown-file-kind")
  package static let noDataFiles = Rule("tables.no-data-files")
  package static let noRows = Rule("tables.no-rows")
  package static let noDateInFileName = Rule("tables.no-date-in-file-name")
  package static let laterThanAsOf = Rule("tables.later-than-as-of")

  // JSON
  package static let jsonNested = Rule("tables.json-nested")
  package static let jsonKeyTwice = Rule("tables.json-key-twice")

  // Sheets
  package static let sheetNotFound = Rule("tables.sheet-not-found")
  package static let hiddenSheet = Rule("tables.hidden-sheet")
  package static let sheetNotRead = Rule("tables.sheet-not-read")
  package static let hiddenRows = Rule("tables.hidden-rows")
  package static let hiddenColumns = Rule("tables.hidden-columns")
  package static let noteNotRead = Rule("tables.note-not-read")
  package static let mergedCell = Rule("tables.merged-cell")
  package static let formulaNotCalculated = Rule("tables.formula-not-calculated")
  package static let errorValue = Rule("tables.error-value")
  package static let numberLostDigits = Rule("tables.number-lost-digits")
  package static let personalNumberLostDigits = Rule("tables.personal-number-lost-digits")

  // The header
  package static let requiredColumnMissing = Rule("tables.required-column-missing")
  package static let headingTwice = Rule("tables.heading-twice")
  package static let surveyColumnsDropped = Rule("tables.survey-columns-dropped")
  package static let columnAbsent = Rule("tables.column-absent")
  package static let columnNew = Rule("tables.column-new")
  package static let columnNotRead = Rule("tables.column-not-read")

  // Rows and cells
  package static let rowTooShort = Rule("tables.row-too-short")
  package static let rowTooLong = Rule("tables.row-too-long")
  package static let valueMissing = Rule("tables.value-missing")
  package static let cellEmpty = Rule("tables.cell-empty")
  package static let belowMinimum = Rule("tables.below-minimum")
  package static let aboveMaximum = Rule("tables.above-maximum")
  package static let notInList = Rule("tables.not-in-list")
  package static let notABoolean = Rule("tables.not-a-boolean")
  package static let mixedPercent = Rule("tables.mixed-percent")
  package static let numberRounded = Rule("tables.number-rounded")
  package static let decimalsRounded = Rule("tables.decimals-rounded")
  package static let dateOutsidePeriod = Rule("tables.date-outside-period")

  // Places
  package static let unknownPlace = Rule("tables.unknown-place")
  package static let ambiguousPlace = Rule("tables.ambiguous-place")
  package static let placeEnded = Rule("tables.place-ended")
  package static let placeNotBegun = Rule("tables.place-not-begun")
  package static let placeOutside = Rule("tables.place-outside")
  package static let placeNotBelow = Rule("tables.place-not-below")
  package static let placeBelowLevel = Rule("tables.place-below-level")
  package static let nameOfAnother = Rule("tables.name-of-another")
  package static let rowsPassedOver = Rule("tables.rows-passed-over")
  package static let rowsCountElsewhere = Rule("tables.rows-count-elsewhere")
  package static let rowsLeftOut = Rule("tables.rows-left-out")
  package static let placeRuleUnused = Rule("tables.place-rule-unused")
  package static let withinNotFound = Rule("tables.within-not-found")
  package static let severalLevels = Rule("tables.several-levels")

  // Between rows
  package static let wrongTotal = Rule("tables.wrong-total")
  package static let exactDuplicate = Rule("tables.exact-duplicate")
  package static let keyTwice = Rule("tables.key-twice")
  package static let rowsResent = Rule("tables.rows-resent")
  package static let rowsRepeated = Rule("tables.rows-repeated")
  package static let overOtherField = Rule("tables.over-other-field")
  package static let sumDiffers = Rule("tables.sum-differs")
  package static let cumulativeFalls = Rule("tables.cumulative-falls")
  package static let underBound = Rule("tables.under-bound")
  package static let overBound = Rule("tables.over-bound")
  package static let changesTooMuch = Rule("tables.changes-too-much")
  package static let additionDiffers = Rule("tables.addition-differs")
  package static let levelSumDiffers = Rule("tables.level-sum-differs")
  package static let datasetsDiffer = Rule("tables.datasets-differ")
  package static let brokenReference = Rule("tables.broken-reference")
  package static let moreBreaches = Rule("tables.more-breaches")
}
