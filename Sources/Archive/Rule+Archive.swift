import Common

extension Rule {
  // A tar or zip
  package static let packedDamaged = Rule("archive.packed-damaged")
  package static let packedTwice = Rule("archive.packed-twice")
  package static let packedOutside = Rule("archive.packed-outside")

  // bagit.txt
  package static let notABag = Rule("archive.not-a-bag")
  package static let declarationMark = Rule("archive.declaration-mark")
  package static let declarationLine = Rule("archive.declaration-line")
  package static let declarationLines = Rule("archive.declaration-lines")
  package static let declarationUnended = Rule("archive.declaration-unended")
  package static let unknownVersion = Rule("archive.unknown-version")
  package static let unknownEncoding = Rule("archive.unknown-encoding")
  package static let oldVersion = Rule("archive.old-version")

  // Tag files
  package static let tagNotText = Rule("archive.tag-not-text")
  package static let tagMark = Rule("archive.tag-mark")
  package static let tagTooLarge = Rule("archive.tag-too-large")
  package static let tagNotListed = Rule("archive.tag-not-listed")
  package static let infoLine = Rule("archive.info-line")
  package static let infoBlank = Rule("archive.info-blank")
  package static let oxum = Rule("archive.oxum")
  package static let oxumForm = Rule("archive.oxum-form")
  package static let oxumTwice = Rule("archive.oxum-twice")
  package static let otherThanWritten = Rule("archive.other-than-written")

  // Manifests
  package static let noManifest = Rule("archive.no-manifest")
  package static let noTagManifest = Rule("archive.no-tag-manifest")
  package static let unknownAlgorithm = Rule("archive.unknown-algorithm")
  package static let weakDigests = Rule("archive.weak-digests")
  package static let manifestLine = Rule("archive.manifest-line")
  package static let manifestAsterisk = Rule("archive.manifest-asterisk")
  package static let manifestIndirect = Rule("archive.manifest-indirect")
  package static let pathLeavesBag = Rule("archive.path-leaves-bag")
  package static let tagInManifest = Rule("archive.tag-in-manifest")
  package static let payloadInTagManifest = Rule("archive.payload-in-tag-manifest")
  package static let listedTwice = Rule("archive.listed-twice")
  package static let listedTwiceApart = Rule("archive.listed-twice-apart")
  package static let listedInTwoForms = Rule("archive.listed-in-two-forms")
  package static let otherForm = Rule("archive.other-form")
  package static let notInEveryManifest = Rule("archive.not-in-every-manifest")

  // Files
  package static let noPayloadFolder = Rule("archive.no-payload-folder")
  package static let missing = Rule("archive.missing")
  package static let changed = Rule("archive.changed")
  package static let unexpected = Rule("archive.unexpected")
  package static let unreadable = Rule("archive.unreadable")
  package static let linkInside = Rule("archive.link-inside")
  package static let linkOutside = Rule("archive.link-outside")
  package static let specialInBag = Rule("archive.special-file")
  package static let systemFile = Rule("archive.system-file")
  package static let twoCases = Rule("archive.two-cases")
  package static let twoForms = Rule("archive.two-forms")

  // fetch.txt
  package static let fetchLine = Rule("archive.fetch-line")
  package static let fetchNotListed = Rule("archive.fetch-not-listed")
  package static let fetchLength = Rule("archive.fetch-length")
  package static let toFetch = Rule("archive.to-fetch")

  // The chain
  package static let chainMissing = Rule("archive.chain-missing")
  package static let chainLine = Rule("archive.chain-line")
  package static let chainTwice = Rule("archive.chain-twice")
  package static let chainApart = Rule("archive.chain-apart")
  package static let chainWithout = Rule("archive.chain-without")
  package static let chainBroken = Rule("archive.chain-broken")
  package static let releaseMissing = Rule("archive.release-missing")
  package static let releaseUnlisted = Rule("archive.release-unlisted")
  package static let publishingUnfinished = Rule("archive.publishing-unfinished")
  package static let strangerInArchive = Rule("archive.stranger")

  // Withdrawal
  package static let withdrawn = Rule("archive.withdrawn")
  package static let withdrawalBroken = Rule("archive.withdrawal-broken")
  package static let withdrawalUnfinished = Rule("archive.withdrawal-unfinished")
}
