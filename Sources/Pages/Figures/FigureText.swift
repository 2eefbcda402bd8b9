import Reading
import Statistics

/// A mark beside a figure: an icon, a word, a colour; never a colour alone.
package struct Mark: Hashable, Sendable {
  /// The icon and class: what the theme draws.
  package enum Kind: String, Sendable, CaseIterable {
    case ok, warn, bad, miss, prov, hid, na, corr, merg
  }

  package var kind: Kind
  package var text: String

  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A figure as it is printed.
package struct FigureText: Hashable, Sendable {
  /// `96.2`, `6000多`, `未报`.
  package var number: String
  /// `%`, `户`; empty where there is no value.
  package var unit: String
  /// What belongs to the value and stands behind it in parentheses; empty for most.
  package var note = ""
  /// What its state says beside the value.
  package var mark: Mark?

  /// As prose has it: `96.2%`.
  package var text: String { number + unit + note }

  package init(number: String, unit: String, note: String = "", mark: Mark? = nil) {
    self.number = number
    self.unit = unit
    self.note = note
    self.mark = mark
  }
}

/// A change as it is printed.
package struct ChangeText: Hashable, Sendable {
  package enum Direction: Sendable { case up, down, level, unknown }

  package var direction: Direction
  /// `1.0个百分点`, `23人`; empty where it is level or not known.
  package var amount: String
  /// `上升1.0个百分点`, `基本持平`, `无可比数据`.
  package var words: String
  /// `+1.0`, `−0.6`, `0`, for a table's column.
  package var signed: String
  /// `1.0`, `-0.6`, for a spreadsheet; `nil` where it is not known.
  package var plain: String?
  /// The earlier day's value on the same units.
  package var earlier: String?
  /// How many units are compared.
  package var units: Int
  /// Whether units that replaced one another are compared as groups.
  package var isRegrouped = false
  /// Whether the definition changed in between, so that nothing is compared.
  package var isRedefined = false
}
