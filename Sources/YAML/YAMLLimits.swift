/// How large a YAML document may be; what is larger is refused with a finding.
package struct YAMLLimits: Hashable, Sendable {
  /// Bytes of the whole text.
  package var bytes: Int
  /// Mappings and sequences inside one another.
  package var depth: Int
  /// Scalars, sequences and mappings; keys do not count.
  package var nodes: Int

  package init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// Configuration files: 16 MB, 32 levels, 100,000 nodes.
  package static let standard = YAMLLimits(bytes: 16 << 20, depth: 32, nodes: 100_000)

  /// Front matter: 64 KB.
  package static let frontMatter = YAMLLimits(bytes: 64 << 10, depth: 32, nodes: 100_000)
}
