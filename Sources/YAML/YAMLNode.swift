import Common

/// A node of a YAML file, with the place where it begins.
///
/// Scalars are text: what a scalar means is decided by who reads it, not by YAML (`no` is a name here).
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// `isPlain` is false where the scalar was quoted or a block.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var content: Content
  package var location: Location

  package init(content: Content, location: Location) {
    self.content = content
    self.location = location
  }
}

/// One `key: value` of a mapping.
package struct YAMLEntry: Hashable, Sendable {
  package var key: String
  package var keyLocation: Location
  package var value: YAMLNode

  package init(key: String, keyLocation: Location, value: YAMLNode) {
    self.key = key
    self.keyLocation = keyLocation
    self.value = value
  }
}
