import Common
import Reading

/// Makes the public copies of a dataset's files.
///
/// Kept are declared columns that are not personal, each row on the line where it stood. Personal columns go, and so do
/// columns nobody declared, what stands above the header, and who signed below. Where persons are counted, or tell rows apart, a personal
/// column becomes numbers in the order in which its values were met; where the header must have one, it stays empty.
package struct PublicCopier {
  let declaration: DatasetDeclaration
  let tree: RegionTree
  let site: SiteDeclaration
  private let opener: RecordOpener
  private let search: HeaderSearch
  /// By field that is numbered: the name of its group.
  let groups: [Int: String]
  var numbers: PersonNumbers
  /// The titles of personal columns that were found.
  package private(set) var leftOut: Set<String> = []

  /// - Parameters:
  ///   - groups: By personal field whose values are told apart: the name of the fields that are numbered together.
  ///   - numbers: Those that were given already; taken over in ``numbersGiven``.
  package init(
    _ declaration: DatasetDeclaration, tree: RegionTree, site: SiteDeclaration, groups: [Int: String],
    numbers: PersonNumbers
  ) {
    self.declaration = declaration
    self.tree = tree
    self.site = site
    search = HeaderSearch(declaration)
    opener = RecordOpener(declaration: declaration, search: search)
    self.groups = groups
    self.numbers = numbers
  }

  package var numbersGiven: PersonNumbers { numbers }

  /// - Returns: no table for a file in which none has the dataset's header.
  /// - Complexity: O(n) in the file's bytes.
  package mutating func copy(_ file: SourceFile) -> PublicCopy {
    var ignored = Findings()
    let tables = opener.open(file, findings: &ignored)
    var sheets: [PublicCopy.Sheet] = []
    for table in tables {
      let made = table.bytes.withUnsafeBufferPointer { copy($0, of: table) }
      switch made {
      case .asItIs where tables.count == 1: return .whole
      case .asItIs: sheets.append(PublicCopy.Sheet(name: table.layout.sheet, bytes: table.bytes))
      case .bytes(let copy): sheets.append(PublicCopy.Sheet(name: table.layout.sheet, bytes: copy))
      case .noHeader: continue
      }
    }
    return .tables(sheets)
  }

  private enum Made {
    case asItIs
    case bytes([UInt8])
    case noHeader
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, of file: RecordFile) -> Made {
    guard case .found(let candidate, let behindHeader) = search.find(in: bytes, of: file) else {
      return .noHeader
    }
    var ignored = Findings()
    let header = search.header(candidate, of: file, findings: &ignored)
    let found = header.positions.indices.filter { header.positions[$0] != nil }
    let personal = found.filter { declaration.fields[$0].isPersonal }
    leftOut.formUnion(personal.map { declaration.fields[$0].title })
    let isText = if case .text = file.layout.naming { true } else { false }
    let kept = found.filter { field in
      !declaration.fields[field].isPersonal || groups[field] != nil || declaration.isRequired(field)
    }
    let (copy, isWhole) = rows(behindHeader, header, kept, file)
    let mayStay =
      isText && !header.isSurvey && personal.isEmpty && found.count == header.width && header.line == 1
    return mayStay && isWhole ? .asItIs : .bytes(copy)
  }
}
