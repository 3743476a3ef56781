import LogModel

/// Finds files that only repeat the beginning of another, as there are while a log is copied before it is
/// truncated, or compressed before it is deleted.
///
/// A copy is not read: all that it holds stands in the original. A short file that begins like another is
/// no copy but a log that begins like another: where both are short, no copy is long in the making.
struct CopyFinder {
  let scans: [ContentScan]
  let known: [ReadPosition]
  let marks: ContentMarks

  /// For the number of each copy, that of its original.
  func copies() -> [Int: Int] {
    var originals: [Int: Int] = [:]
    for copy in scans.indices {
      originals[copy] = scans.indices.first { original in
        copy != original && originals[original] == nil && isCopy(scans[copy], of: scans[original])
      }
    }
    return originals
  }

  private func isCopy(_ copy: ContentScan, of original: ContentScan) -> Bool {
    let (file, other) = (copy.file, original.file)
    guard file.log == other.log, file.identity != other.identity else { return false }
    if file.isCompressed, !other.isCompressed, file.path == other.path + Array(".gz".utf8) {
      return copy.isBeginning(of: original)
    }
    guard !file.isLog, other.isLog, let length = copy.length,
      length >= marks.head
    else { return false }
    // What was read as a log of its own is one.
    let isKnown = known.contains {
      $0.file == file.identity && $0.copyOf == nil && $0.state == .present && copy.continues($0)
    }
    if isKnown { return false }
    return copy.isBeginning(of: original)
  }
}
