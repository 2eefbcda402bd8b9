import Common

// Files.
extension Rule {
  package static let folderNotFound = Rule("reading.folder-not-found")
  package static let fileNotFound = Rule("reading.file-not-found")
  package static let fileNotPermitted = Rule("reading.file-not-permitted")
  package static let fileNotRead = Rule("reading.file-not-read")
  package static let fileTooLarge = Rule("reading.file-too-large")
  package static let fileNameNotUTF8 = Rule("reading.file-name-not-utf-8")
  package static let symbolicLink = Rule("reading.symbolic-link")
  package static let specialFile = Rule("reading.special-file")
  package static let unexpectedFile = Rule("reading.unexpected-file")
}

// Text.
extension Rule {
  package static let emptyFile = Rule("reading.empty-file")
  package static let binaryFile = Rule("reading.binary-file")
  package static let spreadsheetByAnotherName = Rule("reading.spreadsheet-by-another-name")
  package static let htmlByAnotherName = Rule("reading.html-by-another-name")
  package static let textInUTF16 = Rule("reading.text-in-utf-16")
  package static let readAsGB18030 = Rule("reading.read-as-gb18030")
  package static let tableNotDecodable = Rule("reading.table-not-decodable")
  package static let tableDamagedUTF8 = Rule("reading.table-damaged-utf-8")
  package static let tableDamagedUTF16 = Rule("reading.table-damaged-utf-16")
  package static let encodingNotSupported = Rule("reading.encoding-not-supported")
  package static let textNotUTF8 = Rule("reading.text-not-utf-8")
}

// CSV.
extension Rule {
  package static let unclosedQuote = Rule("reading.unclosed-quote")
  package static let textAfterQuote = Rule("reading.text-after-quote")
  package static let lineTooLong = Rule("reading.line-too-long")
}

// JSON.
extension Rule {
  package static let jsonUnexpected = Rule("reading.json-unexpected")
  package static let jsonNotAValue = Rule("reading.json-not-a-value")
  package static let jsonComment = Rule("reading.json-comment")
  package static let jsonBadNumber = Rule("reading.json-bad-number")
  package static let jsonBadString = Rule("reading.json-bad-string")
  package static let jsonEndsEarly = Rule("reading.json-ends-early")
  package static let jsonTrailing = Rule("reading.json-trailing")
  package static let jsonTooDeep = Rule("reading.json-too-deep")
  package static let jsonNoRecords = Rule("reading.json-no-records")
  package static let jsonTooManyKeys = Rule("reading.json-too-many-keys")
}

// Values.
extension Rule {
  package static let notANumber = Rule("reading.not-a-number")
  package static let badGrouping = Rule("reading.bad-grouping")
  package static let notAnInteger = Rule("reading.not-an-integer")
  package static let numberTooLarge = Rule("reading.number-too-large")
  package static let scientificNotation = Rule("reading.scientific-notation")
  package static let percentSign = Rule("reading.percent-sign")
  package static let percentSignMissing = Rule("reading.percent-sign-missing")
  package static let approximateNumber = Rule("reading.approximate-number")
  package static let otherUnit = Rule("reading.other-unit")
  package static let notADate = Rule("reading.not-a-date")
  package static let noSuchDay = Rule("reading.no-such-day")
  package static let ambiguousDate = Rule("reading.ambiguous-date")
  package static let yearMissing = Rule("reading.year-missing")
  package static let weekdayMismatch = Rule("reading.weekday-mismatch")
}

// site.yaml and what several files have in common.
extension Rule {
  static let badIdentifier = Rule("reading.bad-identifier")
  static let nameTwice = Rule("reading.name-twice")
  static let shareOutOfRange = Rule("reading.share-out-of-range")
  static let endsBeforeItBegins = Rule("reading.ends-before-it-begins")
  static let badAddress = Rule("reading.bad-address")
  package static let unknownPublishTarget = Rule("reading.unknown-publish-target")
  static let publishTargetPlace = Rule("reading.publish-target-place")
  static let publishKeepsTooFew = Rule("reading.publish-keeps-too-few")
  static let badRole = Rule("reading.bad-role")
  static let unknownTimeZone = Rule("reading.unknown-time-zone")
  static let badTimeOfDay = Rule("reading.bad-time-of-day")
  static let badAsOf = Rule("reading.bad-as-of")
  static let disclosureBelowTwo = Rule("reading.disclosure-below-two")
  static let unknownLevel = Rule("reading.unknown-level")
  static let unknownRegion = Rule("reading.unknown-region")
  static let ambiguousRegion = Rule("reading.ambiguous-region")
  static let unknownRegionCode = Rule("reading.unknown-region-code")
  static let fileOfNoDataset = Rule("reading.file-of-no-dataset")
}

// regions.csv.
extension Rule {
  static let noRegions = Rule("reading.no-regions")
  static let missingColumn = Rule("reading.missing-column")
  static let unknownColumn = Rule("reading.unknown-column")
  static let columnTwice = Rule("reading.column-twice")
  static let raggedRow = Rule("reading.ragged-row")
  static let missingValue = Rule("reading.missing-value")
  static let roundedNumber = Rule("reading.rounded-number")
  static let badRegionCode = Rule("reading.bad-region-code")
  static let codeTwice = Rule("reading.code-twice")
  static let unknownParent = Rule("reading.unknown-parent")
  static let parentUnclear = Rule("reading.parent-unclear")
  static let parentCycle = Rule("reading.parent-cycle")
  static let levelNotBelowParent = Rule("reading.level-not-below-parent")
  static let outlivesParent = Rule("reading.outlives-parent")
  static let replacesUnknownCode = Rule("reading.replaces-unknown-code")
  static let replacesNeedsStart = Rule("reading.replaces-needs-start")
  static let replacedNeedsEnd = Rule("reading.replaced-needs-end")
  static let replacesOverlap = Rule("reading.replaces-overlap")
  static let replacesGap = Rule("reading.replaces-gap")
  static let replacesOtherLevel = Rule("reading.replaces-other-level")
  static let replacesCycle = Rule("reading.replaces-cycle")
}

// datasets/*.yaml.
extension Rule {
  static let reservedName = Rule("reading.reserved-name")
  static let nameIsNotTheFiles = Rule("reading.name-is-not-the-files")
  static let delimiterWithoutList = Rule("reading.delimiter-without-list")
  static let emptyDelimiter = Rule("reading.empty-delimiter")
  static let badTimeout = Rule("reading.bad-timeout")
  static let timeoutWithoutCommand = Rule("reading.timeout-without-command")
  static let emptyCommand = Rule("reading.empty-command")
  static let filesAndCommand = Rule("reading.files-and-command")
  static let pathLeavesContent = Rule("reading.path-leaves-content")
  static let badYear = Rule("reading.bad-year")
  static let validityBesideDate = Rule("reading.validity-beside-date")
  static let regionNamesUneven = Rule("reading.region-names-uneven")
  static let badPlaceRule = Rule("reading.bad-place-rule")
  static let cutOffWithoutTime = Rule("reading.cut-off-without-time")
  static let headingTwice = Rule("reading.heading-twice")
  static let unknownField = Rule("reading.unknown-field")
  static let wrongFieldType = Rule("reading.wrong-field-type")
  static let personalField = Rule("reading.personal-field")
  static let keyNeedsNumber = Rule("reading.key-needs-number")
  static let maximumBelowMinimum = Rule("reading.maximum-below-minimum")
  static let missingValueTwice = Rule("reading.missing-value-twice")
  static let checkOfNoKind = Rule("reading.check-of-no-kind")
  static let checkOfSeveralKinds = Rule("reading.check-of-several-kinds")
  static let checkNeedsDate = Rule("reading.check-needs-date")
  static let checkOfRegister = Rule("reading.check-of-register")
  static let checkOfUnits = Rule("reading.check-of-units")
  static let badFactor = Rule("reading.bad-factor")
  static let negativeAmount = Rule("reading.negative-amount")
  static let foreignKeyUneven = Rule("reading.foreign-key-uneven")
  static let badExpectation = Rule("reading.bad-expectation")
}

// indicators/*.yaml: what is computed.
extension Rule {
  static let indicatorsNotMapping = Rule("reading.indicators-not-mapping")
  static let noFormula = Rule("reading.no-formula")
  static let severalFormulas = Rule("reading.several-formulas")
  static let notTwoOperands = Rule("reading.not-two-operands")
  static let conditionBesideRatio = Rule("reading.condition-beside-ratio")
  static let unknownDataset = Rule("reading.unknown-dataset")
  static let fieldMissing = Rule("reading.field-missing")
  static let sumOfPercentages = Rule("reading.sum-of-percentages")
  static let unknownBaseColumn = Rule("reading.unknown-base-column")
  static let baseColumnOnlyAdded = Rule("reading.base-column-only-added")
  static let daysWithoutRollingMean = Rule("reading.days-without-rolling-mean")
  static let daysOutOfRange = Rule("reading.days-out-of-range")
  static let badCondition = Rule("reading.bad-condition")
  static let badComparison = Rule("reading.bad-comparison")
  static let valueNeverOccurs = Rule("reading.value-never-occurs")
  static let byWithoutDataset = Rule("reading.by-without-dataset")
  static let cohortOfNoForm = Rule("reading.cohort-of-no-form")
  static let cohortOfBothForms = Rule("reading.cohort-of-both-forms")
  static let badTimeSpan = Rule("reading.bad-time-span")
  static let spanNeedsTime = Rule("reading.span-needs-time")
  static let matureBeforeWithin = Rule("reading.mature-before-within")
  static let carryOfOtherDays = Rule("reading.carry-of-other-days")
  static let beforeOutOfOrder = Rule("reading.before-out-of-order")
  static let beforeOfOtherForm = Rule("reading.before-of-other-form")
  static let besideItself = Rule("reading.beside-itself")
  static let unknownIndicator = Rule("reading.unknown-indicator")
  static let indicatorCycle = Rule("reading.indicator-cycle")
}

// indicators/*.yaml: how it is written.
extension Rule {
  static let badIndicatorName = Rule("reading.bad-indicator-name")
  static let indicatorNameTwice = Rule("reading.indicator-name-twice")
  static let timesOfPercent = Rule("reading.times-of-percent")
  static let timesNotPositive = Rule("reading.times-not-positive")
  static let decimalsOutOfRange = Rule("reading.decimals-out-of-range")
  static let badDuration = Rule("reading.bad-duration")
  static let absentNotZero = Rule("reading.absent-not-zero")
  static let thresholdNotPercent = Rule("reading.threshold-not-percent")
  static let thresholdIsPercent = Rule("reading.threshold-is-percent")
  static let thresholdsCross = Rule("reading.thresholds-cross")
  package static let chapmanOfSeveralDatasets = Rule("reading.chapman-of-several-datasets")
  package static let chapmanNeedsSum = Rule("reading.chapman-needs-sum")
  package static let chapmanOverTime = Rule("reading.chapman-over-time")
}
