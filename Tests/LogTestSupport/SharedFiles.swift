import Foundation

/// Files that lie beside the package, where there are any; a plain checkout has none.
package enum SharedFiles {
  /// The bytes of a file below `../shared`; nil, and a word on screen, when it is not there.
  package static func bytes(_ path: String) -> [UInt8]? {
    let url = folder.appendingPathComponent(path)
    guard let data = try? Data(contentsOf: url) else {
      print("skipped: there is no ../shared/\(path)")
      return nil
    }
    return [UInt8](data)
  }

  /// The names of the files in a folder below `../shared`, sorted; none, and a word on screen, when
  /// it is not there.
  package static func names(in path: String) -> [String] {
    let url = folder.appendingPathComponent(path)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
      print("skipped: there is no ../shared/\(path)")
      return []
    }
    return names.sorted()
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
  }
}
