import LogModel

extension CountTables {
  /// Adds what `other` counted, in which names have other numbers than here.
  mutating func merge(_ other: CountTables, names: NameMaps) {
    foldedTotal += other.foldedTotal
    groups.reserve(count: CountTables.likelyCount(groups.count, other.groups.count))
    totals.reserveCapacity(CountTables.likelyCount(totals.count, other.totals.count))
    let groupMap = mergeGroups(of: other, names: names)
    let seriesMap = mergeSeries(of: other, names: names)
    cells.reserve(count: CountTables.likelyCount(cells.count, other.cells.count))
    store.reserve(count: CountTables.likelyCount(store.count, other.store.count))
    let otherStore = other.store
    // Looked up first and merged then: a processor that has nothing else to do waits for many places of
    // memory at a time.
    var cellMap: [UInt32?] = []
    cellMap.reserveCapacity(other.cells.count)
    for key in other.cells.keys {
      guard let group = groupMap[Int(key.high)], let series = seriesMap[Int(key.low)] else {
        cellMap.append(nil)
        continue
      }
      cellMap.append(cells.number(of: UInt64(high: group, low: series), canGrow: hasRoom))
    }
    for (number, cell) in cellMap.enumerated() {
      if let cell {
        if Int(cell) == store.count {
          store.append(otherStore, at: number)
        } else {
          store.merge(at: Int(cell), with: otherStore, at: number)
        }
      } else {
        fold(otherStore, at: number)
      }
    }
    if other.folded.count > 0 { fold(other.folded, at: 0) }
  }

  /// For how much to make room: threads that share a file have met nearly the same.
  private static func likelyCount(_ own: Int, _ other: Int) -> Int { max(own, other) * 9 / 8 }

  private mutating func mergeGroups(of other: CountTables, names: NameMaps) -> [UInt32?] {
    var map: [UInt32?] = []
    map.reserveCapacity(other.groupCount)
    /// What the windows of `other` are called here, as far as they were looked up.
    var windowMap: [UInt32?] = Array(repeating: nil, count: other.windows.count)
    windowMap[0] = 0
    for number in 0..<other.groupCount {
      let hasRoom = totals.count < groupLimit
      let old = other.group(number)
      if windowMap[old.window] == nil {
        let (index, isAhead) = other.windows.window(old.window)
        windowMap[old.window] = windows.number(index: index, isAhead: isAhead, canGrow: hasRoom)
      }
      guard let window = windowMap[old.window], let tenant = names.tenants[old.tenant],
        let group = groups.number(of: UInt64(high: window, low: tenant), canGrow: hasRoom)
      else {
        foldedTotal += old.total
        map.append(nil)
        continue
      }
      if Int(group) == totals.count { totals.append(0) }
      totals[Int(group)] += old.total
      map.append(group)
    }
    return map
  }

  private mutating func mergeSeries(of other: CountTables, names: NameMaps) -> [UInt32?] {
    other.series.keys.map { key in
      guard let code = names.codes[Int(key.high)], let method = names.methods[Int(key.low)] else {
        return nil
      }
      return series.number(of: UInt64(high: code, low: method), canGrow: hasRoom)
    }
  }

  private mutating func fold(_ other: CellStore, at index: Int) {
    if folded.count == 0 { folded.append() }
    folded.merge(at: 0, with: other, at: index)
  }
}

/// What the names of another aggregate are called in this one; nil where there was no room for one.
struct NameMaps {
  var tenants: [UInt32?]
  var codes: [UInt32?]
  var methods: [UInt32?]
}
