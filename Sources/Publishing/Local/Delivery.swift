import Digests
import Glibc
import Output

/// A release's files on their way to a folder of this machine.
struct Delivery {
  let root: String
  let place: ReleasePlace
  let shipment: Shipment
  /// Whole releases with their files.
  let relatives: [(release: ReleaseID, manifest: Manifest)]

  /// Brings one file, unless it is there: by a link to an unchanged one, else by a copy.
  func bring(_ address: String) throws(PublishError) {
    guard let entry = shipment.manifest.entries[address] else { return }
    let (folder, source) = (root + "/" + place.path, shipment.source(of: address))
    do throws(OutputError) {
      if try FileCopy.digest(of: folder + "/" + address, size: entry.size) == entry.digest { return }
      for relative in relatives where relative.manifest.entries[address] == entry {
        let old = "\(root)/\(ReleasePlace.whole(relative.release).path)/\(address)"
        // Not the list but the file says whether it is unchanged.
        guard try FileCopy.digest(of: old, size: entry.size) == entry.digest else { continue }
        if place != .whole(relative.release), try FileCopy.link(old, to: folder, address) == .linked {
          return
        }
      }
    } catch {
      throw .trouble(error)
    }
    try copy(address, entry, from: source, to: folder)
  }

  private func copy(
    _ address: String, _ entry: Manifest.Entry, from source: String, to folder: String
  ) throws(PublishError) {
    let bytes: [UInt8]?
    do throws(OutputError) {
      bytes = try FileCopy.read(source)
    } catch {
      throw .trouble(error)
    }
    guard let bytes, Digest(of: bytes) == entry.digest else { throw .sourceChanged(address: address) }
    do throws(OutputError) {
      try FileCopy.write(bytes, to: folder, address, unlike: "\(root)/\(StoreName.live)/\(address)")
    } catch {
      throw .trouble(error)
    }
  }
}
