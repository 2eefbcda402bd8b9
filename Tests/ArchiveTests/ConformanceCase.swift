import Testing

@testable import Archive

/// A bag and what must be said of it: our own bags of the kinds that the Library of Congress's conformance suite has.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  var name: String
  var bag: SampleBag
  /// Rules without the module's name, sorted.
  var errors: [String]
  var notes: [String]

  init(
    _ name: String, version: String = "1.0", errors: [String] = [], notes: [String] = [],
    _ change: (inout SampleBag) -> Void = { _ in }
  ) {
    self.name = "\(version)/\(name)"
    bag = SampleBag()
    bag.version = version
    change(&bag)
    self.errors = errors
    self.notes = (version == "1.0" ? [] : ["old-version"]) + notes
    self.notes.sort()
  }

  var testDescription: String { name }
}

extension ConformanceCase {
  private static let versions = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"]

  static let valid: [ConformanceCase] =
    versions.flatMap { version in
      [
        ConformanceCase("basic-bag", version: version),
        ConformanceCase("duplicate-metadata-entries", version: version) { bag in
          bag.info = "Contact-Name: A\nContact-Name: B\nPacking-Date: 2009-10-14\n"
        },
      ]
    }
    + [
      ("md5", .md5), ("sha1", .sha1), ("sha224", .sha224), ("sha256", .sha256), ("sha384", .sha384),
      ("sha512", .sha512),
    ].map { name, algorithm in
      ConformanceCase(
        "basic-bag-" + name, version: "0.97", notes: algorithm.resistsAttack ? [] : ["weak-digests"]
      ) { $0.algorithms = [algorithm] }
    } + [
      ConformanceCase("several-algorithms") { $0.algorithms = [.md5, .sha256, .sha512] },
      ConformanceCase("minimal-bag", version: "0.97", notes: ["no-tag-manifest"]) { bag in
        bag.payload = []
        bag.info = nil
        bag.hasTagManifest = false
      },
      ConformanceCase("bag-with-space", version: "0.97") { bag in
        bag.payload = [("data/two words/and more.txt", "a"), ("data/ blank/behind ", "b")]
      },
      ConformanceCase("one-blank-as-bagit.py-writes-it", version: "0.97") { $0.blank = " " },
      ConformanceCase("tabs-between-digest-and-path", version: "0.97") { $0.blank = "\t" },
      ConformanceCase("bag-with-encoded-names", version: "0.97") { bag in
        bag.payload = [("data/line\nbreak", "a"), ("data/carriage\rreturn", "b")]
        bag.write = {
          $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "%0A")
            .split(separator: "\r", omittingEmptySubsequences: false).joined(separator: "%0d")
        }
      },
      ConformanceCase("percent-signs-that-are-encoded") { bag in
        bag.payload = [("data/100%25.txt", "a"), ("data/50%.txt", "b")]
        bag.write = { $0.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25") }
      },
      ConformanceCase("percent-signs-as-they-are", version: "0.97") { bag in
        bag.payload = [("data/100%25.txt", "a"), ("data/50%.txt", "b"), ("data/%0Aliteral", "c")]
      },
      ConformanceCase("bag-with-escapable-characters", version: "0.97") { bag in
        bag.payload = [("data/a\\b*?\"'<>|;&$(x)`y`.txt", "a"), ("data/~tilde", "b"), ("data/#hash", "c")]
      },
      ConformanceCase("uncommon-metadata-separators", version: "0.97", notes: ["info-blank"]) { bag in
        bag.info = "A :b\nC  :  d\nE:f\nG: h\n i goes on\n\tand on\n"
      },
      ConformanceCase("bag-in-a-bag", version: "0.97") { bag in
        bag.payload += [
          ("data/inner/bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"),
          ("data/inner/manifest-md5.txt", "not even read\n"), ("data/inner/data/x", "x"),
        ]
      },
      ConformanceCase("bag-with-leading-dot-slash-in-manifest", version: "0.97", notes: ["manifest-indirect"])
      {
        $0.write = { "./" + $0 }
      },
      ConformanceCase("ISO-8859-1-encoded-tag-files", version: "0.97") { bag in
        bag.encoding = "ISO-8859-1"
        bag.info = "Contact-Name: Müller\n"
        bag.payload = [("data/größe.txt", "a")]
        bag.encode = { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
      },
      ConformanceCase("UTF-16-encoded-tag-files", version: "0.97") { bag in
        bag.encoding = "UTF-16BE"
        bag.encode = { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
      },
      ConformanceCase("UTF-16-with-its-mark", version: "0.97") { bag in
        bag.encoding = "UTF-16"
        bag.encode = { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
      },
      ConformanceCase("GB18030-encoded-tag-files") { bag in
        bag.encoding = "GB18030"
        bag.info = "Source-Organization: 数据\n"
        bag.payload = [("data/数据", "a")]
        bag.encode = { text in
          text.unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "数": [0xCA, 0xFD]
            case "据": [0xBE, 0xDD]
            default: [UInt8(scalar.value)]
            }
          }
        }
      },
      ConformanceCase("lines-that-end-in-CRLF", version: "0.97") { bag in
        bag.encode = { Array($0.split(separator: "\n").map { $0 + "\r\n" }.joined().utf8) }
        bag.declaration = "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n"
      },
      ConformanceCase("lines-that-end-in-CR") { bag in
        bag.encode = { Array($0.split(separator: "\n").map { $0 + "\r" }.joined().utf8) }
        bag.declaration = "BagIt-Version: 1.0\rTag-File-Character-Encoding: UTF-8\r"
      },
      ConformanceCase("digests-in-capitals", version: "0.97") { bag in
        bag.algorithms = [.sha256]
        bag.encode = { text in
          Array(
            text.split(separator: "\n").map { line in
              let parts = line.split(separator: " ", maxSplits: 1)
              return (parts[0].count == 64 ? parts[0].uppercased() : String(parts[0])) + " " + parts[1] + "\n"
            }.joined().utf8)
        }
      },
      ConformanceCase("holey-bag-that-was-filled", version: "0.97") { bag in
        bag.tags = [
          ("fetch.txt", "http://127.0.0.1/x 10 data/bare-filename\nhttp://127.0.0.1/y - data/文件夹/第一份.txt\n")
        ]
      },
      ConformanceCase("other-tag-files", notes: ["tag-not-listed"]) { bag in
        bag.tags = [("metadata/mets.xml", "<mets/>")]
        bag.spoil = { $0.write("notes.txt", "beside") }
      },
      ConformanceCase("payload-oxum") { $0.info = "Payload-Oxum: 23.2\n" },
      ConformanceCase("empty-folders-of-the-payload") { $0.spoil = { $0.makeFolder("data/empty") } },
    ]

  static let warning: [ConformanceCase] = [
    ConformanceCase("made-with-md5sum-tools", version: "0.97", notes: ["manifest-asterisk"]) { bag in
      bag.blank = " "
      bag.mark = "*"
    },
    ConformanceCase("relative-path", version: "0.97", notes: ["manifest-indirect"]) { bag in
      bag.write = { path in "data/./" + path.dropFirst(5) }
    },
    ConformanceCase(
      "same-filename-listed-twice-with-the-same-hash", version: "0.97", notes: ["listed-twice"]
    ) { $0.added = [("a payload\n", "data/bare-filename")] },
    ConformanceCase(
      "same-filename-listed-twice-with-different-normalization", version: "0.97",
      notes: ["listed-in-two-forms", "two-forms"]
    ) { bag in
      bag.payload = [("data/N\u{FA}\u{F1}ez", ""), ("data/Nu\u{301}n\u{303}ez", "")]
    },
    ConformanceCase("filename-normalization", version: "0.97", notes: ["other-form"]) { bag in
      bag.payload = [("data/N\u{FA}\u{F1}ez", "")]
      bag.write = { _ in "data/Nu\u{301}n\u{303}ez" }
    },
    ConformanceCase("duplicate-file-with-different-case", version: "0.97", notes: ["two-cases"]) { bag in
      bag.payload += [("data/Bare-Filename", "b")]
    },
    ConformanceCase("special-system-files", version: "0.97", notes: ["system-file"]) { bag in
      bag.payload += [("data/.DS_Store", "a"), ("data/x/Thumbs.db", "b"), ("data/._bare-filename", "c")]
    },
    ConformanceCase("byte-order-mark-in-a-manifest", version: "0.97", notes: ["tag-mark"]) { bag in
      bag.info = nil
      bag.encode = { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }
    },
    ConformanceCase("more-lines-in-an-old-declaration", version: "0.97", notes: ["declaration-lines"]) {
      bag in
      bag.declaration = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\nMore: x\n"
    },
    ConformanceCase("declaration-without-its-last-end", notes: ["declaration-unended"]) { bag in
      bag.declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8"
    },
    ConformanceCase("one-of-several-manifests-is-unknown", notes: ["unknown-algorithm"]) { bag in
      bag.tags = [("manifest-whirlpool.txt", "abc  data/bare-filename\n")]
    },
    ConformanceCase("files-in-one-of-two-manifests", version: "0.97", notes: ["not-in-every-manifest"]) {
      bag in
      bag.algorithms = [.md5, .sha1]
      bag.hasTagManifest = false
      bag.spoil = { folder in
        let lines = (folder.text("manifest-sha1.txt") ?? "").split(separator: "\n")
        folder.write("manifest-sha1.txt", lines.dropLast().map { $0 + "\n" }.joined())
      }
    }.noting(["no-tag-manifest", "weak-digests"]),
    ConformanceCase("a-link-inside-of-the-bag", notes: ["link-inside"]) { bag in
      bag.payload += [("data/link", "a payload\n")]
      bag.spoil = { folder in
        folder.remove("data/link")
        folder.link("data/link", to: "bare-filename")
      }
    },
  ]

  static let invalid: [ConformanceCase] =
    [
      ConformanceCase("missing-bagit.txt", version: "0.97", errors: ["missing", "not-a-bag"]) { bag in
        bag.spoil = { $0.remove("bagit.txt") }
      }.withoutVersion,
      ConformanceCase("bom-in-bagit.txt", version: "0.97", errors: ["declaration-mark"]) { bag in
        bag.declaration = "\u{FEFF}BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
      },
      ConformanceCase("baginfo-missing-encoding", version: "0.97", errors: ["declaration-line"]) { bag in
        bag.declaration = "BagIt-Version: 0.97\n"
      },
      ConformanceCase("invalid-version-number", version: "0.97", errors: ["declaration-line"]) { bag in
        bag.declaration = "BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n"
      }.withoutVersion,
      ConformanceCase("bagit-with-invalid-whitespace", version: "0.97", errors: ["declaration-line"]) { bag in
        bag.declaration = "BagIt-Version : 0.97\nTag-File-Character-Encoding : UTF-8\n"
      }.withoutVersion,
      ConformanceCase("bagit-with-invalid-whitespace", errors: ["declaration-line"]) { bag in
        bag.declaration = "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n"
      },
      ConformanceCase("two-blanks-behind-the-colon", errors: ["declaration-line"]) { bag in
        bag.declaration = "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n"
      },
      ConformanceCase("a-blank-behind-the-encoding", errors: ["declaration-line"]) { bag in
        bag.declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8 \n"
      },
      ConformanceCase("lines-of-the-declaration-swapped", errors: ["declaration-line"]) { bag in
        bag.declaration = "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"
      },
      ConformanceCase("more-lines-in-the-declaration", errors: ["declaration-lines"]) { bag in
        bag.declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n"
      },
      ConformanceCase("a-version-that-does-not-exist", errors: ["unknown-version"]) { bag in
        bag.declaration = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"
      },
      ConformanceCase("an-encoding-that-does-not-exist", errors: ["unknown-encoding"]) { bag in
        bag.declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-9000\n"
      },
      ConformanceCase(
        "a-declaration-in-UTF-16", errors: ["declaration-line", "declaration-lines", "tag-not-text"]
      ) { bag in
        bag.spoil = { folder in
          let text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16LE\n"
          folder.write("bagit.txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        }
      }.erring(["changed"]),
      ConformanceCase("tag-files-that-are-not-what-they-say", errors: ["tag-not-text"]) { bag in
        bag.info = "Contact-Name: Müller\n"
        bag.payload = [("data/x", "a")]
        bag.encode = { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
      },
      ConformanceCase("corrupt-data-file", version: "0.97", errors: ["changed"]) { bag in
        bag.spoil = { $0.write("data/bare-filename", "b payload\n") }
      },
      ConformanceCase("corrupt-tag-file", version: "0.97", errors: ["changed"]) { bag in
        bag.spoil = { $0.write("bag-info.txt", "Source-Organization: another\n") }
      },
      ConformanceCase("corrupt-tag-file", version: "0.93", errors: ["changed"]) { bag in
        bag.spoil = { $0.write("package-info.txt", "Source-Organization: another\n") }
      },
      ConformanceCase("extra-file-in-bag", version: "0.97", errors: ["unexpected"]) { bag in
        bag.spoil = { $0.write("data/bar", "extra") }
      },
      ConformanceCase("missing-baginfo", version: "0.97", errors: ["missing"]) { bag in
        bag.spoil = { $0.remove("bag-info.txt") }
      },
      ConformanceCase("missing-payload-file", errors: ["missing"]) { bag in
        bag.spoil = { $0.remove("data/bare-filename") }
      },
      ConformanceCase("missing-payload-folder", errors: ["missing", "no-payload-folder"]) { bag in
        bag.spoil = { $0.remove("data") }
      },
      ConformanceCase("missing-manifest", version: "0.97", errors: ["no-manifest"]) { bag in
        bag.spoil = { folder in
          folder.remove("manifest-sha512.txt")
          folder.remove("tagmanifest-sha512.txt")
        }
      }.noting(["no-tag-manifest"]),
      ConformanceCase("only-an-unknown-manifest", errors: ["no-manifest"]) { bag in
        bag.algorithms = []
        bag.hasTagManifest = false
        bag.tags = [("manifest-crc32.txt", "00000000  data/bare-filename\n")]
      }.noting(["no-tag-manifest", "unknown-algorithm"]),
      ConformanceCase("missing-from-manifest", errors: ["unexpected"]) { bag in
        bag.spoil = { $0.write("data/missingFromManifest.txt", "") }
      },
      ConformanceCase("missing-from-one-of-two-manifests", errors: ["not-in-every-manifest"]) { bag in
        bag.algorithms = [.sha256, .sha512]
        bag.hasTagManifest = false
        bag.spoil = { folder in
          let lines = (folder.text("manifest-sha512.txt") ?? "").split(separator: "\n")
          folder.write("manifest-sha512.txt", lines.dropLast().map { $0 + "\n" }.joined())
        }
      }.noting(["no-tag-manifest"]),
      ConformanceCase("one-of-two-manifests-is-wrong", errors: ["changed"]) { bag in
        bag.algorithms = [.sha256, .sha512]
        bag.hasTagManifest = false
        bag.spoil = { folder in
          let text = folder.text("manifest-sha256.txt") ?? ""
          folder.write("manifest-sha256.txt", String(repeating: "0", count: 64) + text.dropFirst(64))
        }
      }.noting(["no-tag-manifest"]),
      ConformanceCase(
        "same-filename-listed-twice-with-different-hashes", version: "0.97", errors: ["listed-twice-apart"]
      ) { $0.added = [("another", "data/bare-filename")] },
      ConformanceCase("same-filename-listed-twice-with-different-hashes", errors: ["listed-twice-apart"]) {
        $0.added = [("another", "data/bare-filename")]
      },
      ConformanceCase("same-filename-listed-twice-with-the-same-hash", errors: ["listed-twice"]) {
        $0.added = [("a payload\n", "./data//bare-filename")]
      }.noting(["manifest-indirect"]),
      ConformanceCase("a-tag-file-in-a-manifest", errors: ["tag-in-manifest"]) {
        $0.added = [("x", "bag-info.txt")]
      },
      ConformanceCase("a-payload-file-in-a-tag-manifest", errors: ["payload-in-tag-manifest"]) {
        $0.tags = [("data/bare-filename", "a payload\n")]
      },
      ConformanceCase("a-line-that-is-no-entry", errors: ["manifest-line"]) { bag in
        bag.hasTagManifest = false
        bag.spoil = {
          $0.write("manifest-sha512.txt", ($0.text("manifest-sha512.txt") ?? "") + "# a comment\n")
        }
      }.noting(["no-tag-manifest"]),
      ConformanceCase("digests-of-the-wrong-length", errors: ["manifest-line", "unexpected"]) { bag in
        bag.hasTagManifest = false
        bag.algorithms = [.md5]
        bag.spoil = { folder in
          folder.write("manifest-sha512.txt", folder.bytes("manifest-md5.txt") ?? [])
          folder.remove("manifest-md5.txt")
        }
      }.noting(["no-tag-manifest"]),
      ConformanceCase("wrong-payload-oxum", errors: ["oxum"]) { $0.info = "Payload-Oxum: 24.2\n" },
      ConformanceCase("payload-oxum-of-another-form", errors: ["oxum-form"]) {
        $0.info = "Payload-Oxum: 23\n"
      },
      ConformanceCase("payload-oxum-twice", errors: ["oxum-twice"]) {
        $0.info = "Payload-Oxum: 23.2\nPayload-Oxum: 23.2\n"
      },
      ConformanceCase("bag-info-of-another-form", errors: ["info-line"]) { $0.info = "no colon here\n" },
      ConformanceCase("holey-bag", errors: ["to-fetch"]) { bag in
        bag.tags = [("fetch.txt", "https://127.0.0.1/x - data/bare-filename\n")]
        bag.spoil = { $0.remove("data/bare-filename") }
      },
      ConformanceCase("fetched-in-part", version: "0.97", errors: ["fetch-length"]) { bag in
        bag.tags = [("fetch.txt", "https://127.0.0.1/x 9 data/bare-filename\n")]
      },
      ConformanceCase("to-be-fetched-and-not-listed", errors: ["fetch-not-listed"]) { bag in
        bag.tags = [("fetch.txt", "https://127.0.0.1/x - data/other\n")]
      },
      ConformanceCase("a-fetch-line-that-is-none", errors: ["fetch-line"]) { bag in
        bag.tags = [("fetch.txt", "data/bare-filename\n")]
      },
      ConformanceCase("a-fetch-line-without-a-scheme", errors: ["fetch-line"]) { bag in
        bag.tags = [("fetch.txt", "host/x - data/bare-filename\n")]
      },
      ConformanceCase("fetching-a-tag-file", errors: ["tag-in-manifest"]) { bag in
        bag.tags = [("fetch.txt", "https://127.0.0.1/x - bag-info.txt\n")]
      },
      ConformanceCase("a-link-out-of-the-bag", errors: ["link-outside", "missing"]) { bag in
        bag.payload += [("data/link", "x")]
        bag.spoil = { folder in
          folder.remove("data/link")
          folder.link("data/link", to: "/etc/hostname")
        }
      },
      ConformanceCase("a-link-to-a-folder", errors: ["link-outside"]) { bag in
        bag.spoil = { $0.link("data/link", to: "文件夹") }
      },
      ConformanceCase("a-pipe", errors: ["special-file"]) { $0.spoil = { $0.makePipe("data/pipe") } },
    ] + unsafe

  /// Paths that lead out of the bag here or elsewhere, in a manifest and in `fetch.txt`.
  private static let unsafe: [ConformanceCase] = [
    ("using-dot-notation", "../../../README.md"), ("using-dot-notation-below-data", "data/../../x"),
    ("using-dot-notation-at-the-end", "data/x/.."), ("using-absolute-path", "/tmp/foo"),
    ("using-shortcut", "~/foo"), ("using-shortcut-username", "~root/foo"),
    ("using-a-drive", "C:\\Windows\\System32\\setx.exe"), ("using-unc", "\\\\?\\UNC\\server\\x.exe"),
    ("using-a-variable", "%HomeDrive%\\Windows\\System32\\setx.exe"),
    ("using-backslashes", "data\\..\\..\\x"),
  ].flatMap { name, path in
    [
      ConformanceCase("out-of-scope-file-paths-" + name, version: "0.97", errors: ["path-leaves-bag"]) {
        $0.added = [("x", path)]
      },
      ConformanceCase(
        "out-of-scope-file-paths-\(name)-for-fetch", version: "0.97", errors: ["path-leaves-bag"]
      ) {
        $0.tags = [("fetch.txt", "http://127.0.0.1/x - \(path)\n")]
      },
    ]
  }

  /// A case without a readable version is held against the newest.
  private var withoutVersion: ConformanceCase {
    var copy = self
    copy.notes.removeAll { $0 == "old-version" }
    return copy
  }

  private func noting(_ more: [String]) -> ConformanceCase {
    var copy = self
    copy.notes = (copy.notes + more).sorted()
    return copy
  }

  private func erring(_ more: [String]) -> ConformanceCase {
    var copy = self
    copy.errors = (copy.errors + more).sorted()
    return copy
  }
}
