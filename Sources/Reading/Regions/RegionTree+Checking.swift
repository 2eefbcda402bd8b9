import Common
import YAML

extension RegionTree {
  /// Reports a code that no region bears.
  func check(code: Located<String>, findings: inout Findings) {
    guard !regions.contains(where: { $0.code == code.value }) else { return }
    let named = (byName[PlaceName.key(code.value)] ?? []).map { self[$0].code }
    let near = named.isEmpty ? NearestNames.find(code.value, in: regions.map(\.code)) : named
    findings.add(Diagnostic(.unknownRegionCode, at: code.location, ["found": code.value], suggestions: near))
  }

  /// Reports a name that no region or more than one bears.
  ///
  /// - Returns: whether it means one.
  func check(place: Located<String>, findings: inout Findings) -> Bool {
    switch find(place.value) {
    case .found: return true
    case .unknown:
      findings.add(
        Diagnostic(
          .unknownRegion, at: place.location, ["found": place.value],
          suggestions: PlaceNames(allNames).nearest(place.value)))
    case .ambiguous(let regions):
      findings.add(
        Diagnostic(
          .ambiguousRegion, at: place.location, ["found": place.value],
          suggestions: regions.prefix(3).map { self[$0].code }))
    }
    return false
  }
}
