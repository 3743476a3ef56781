/// The windows of one series that are no history because they fired; ascending.
struct LeftOut: Equatable, Sendable {
  private(set) var windows: [Int64] = []

  init(_ windows: [Int64] = []) { self.windows = windows }

  var isEmpty: Bool { windows.isEmpty }

  /// Adds a window that is not among them.
  mutating func insert(_ window: Int64) {
    windows.insert(window, at: firstIndex(notBefore: window))
  }

  func contains(_ window: Int64) -> Bool {
    let place = firstIndex(notBefore: window)
    return place < windows.count && windows[place] == window
  }

  /// Those that lie in a range.
  func windows(in range: Range<Int64>) -> ArraySlice<Int64> {
    guard let last = windows.last, last >= range.lowerBound else { return [] }
    return windows[
      firstIndex(notBefore: range.lowerBound)..<firstIndex(notBefore: range.upperBound)]
  }

  private func firstIndex(notBefore window: Int64) -> Int {
    var low = 0
    var high = windows.count
    while low < high {
      let middle = (low + high) / 2
      if windows[middle] < window { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
