import LogModel

/// Says what continues where: which of the logs that were read goes on in which of the files that are
/// there, and from which byte.
///
/// Names and inodes only break ties. A file continues a log when its first bytes and those before the
/// position are the same; each log continues in one file at most. What a file only repeats of another is
/// not read twice.
struct RotationResolver {
  private let known: [ReadPosition]
  /// The paths for which logs were looked for before.
  private let watched: Set<[UInt8]>
  private let marks: ContentMarks
  /// The numbers in `known` whose content was found.
  private var found: Set<Int> = []
  private(set) var plan = ReadingPlan()

  init(known: [ReadPosition], watched: Set<[UInt8]>, marks: ContentMarks) {
    self.known = known
    self.watched = watched
    self.marks = marks
  }

  /// Looks at all files that may be logs, in any order.
  ///
  /// `isSoughtFor` tells of the path of a log whether it is among those that were asked for.
  mutating func resolve(_ files: [LogFile], isSoughtFor: ([UInt8]) -> Bool) {
    var scans: [ContentScan] = []
    for file in files.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) {
      attempt(file) { resolver, file throws(InputError) in
        if let failure = file.failure { throw failure }
        let packed = try file.packedFingerprint()
        if let packed, resolver.takePacked(file, packed) { return }
        let scan = try ContentScan(file, marks: resolver.marks)
        if scan.length != 0 { scans.append(scan) }
      }
    }
    for scan in scans {
      let offsets = offsets(for: scan, among: scans)
      if !offsets.isEmpty { scan.walk(offsets: offsets) }
    }
    let (own, copies, matches) = match(&scans)
    for (place, number) in own.enumerated() {
      attempt(scans[number].file) { resolver, _ throws(InputError) in
        try resolver.take(scans[number], continuing: matches[place])
      }
    }
    for (copy, original) in copies {
      let id = own.firstIndex(of: original).flatMap { matches[$0] }.flatMap { known[$0].id }
      attempt(scans[copy].file) { resolver, _ throws(InputError) in
        try resolver.note(copy: scans[copy], of: id)
      }
    }
    noteGone(files, isSoughtFor: isSoughtFor)
    plan.readings.sort { $0.file.path.lexicographicallyPrecedes($1.file.path) }
  }

  /// Finds what is a copy and what continues where; `own` are the numbers of those that are no copies.
  ///
  /// What turns out to be unreadable is put aside, and all is looked at again without it.
  private mutating func match(
    _ scans: inout [ContentScan]
  ) -> (own: [Int], copies: [Int: Int], matches: [Int?]) {
    while true {
      let foundBefore = found
      let copies = CopyFinder(scans: scans, known: known, marks: marks).copies()
      let own = scans.indices.filter { copies[$0] == nil }
      let matches = match(own.map { scans[$0] })
      let failed = scans.compactMap { scan in scan.failure.map { (scan.file, $0) } }
      guard !failed.isEmpty else { return (own, copies, matches) }
      found = foundBefore
      for (file, failure) in failed { putAside(file, failure) }
      scans.removeAll { $0.failure != nil }
    }
  }

  /// Tells what is wrong with a file, of which nobody knows now whether it is gone.
  private mutating func putAside(_ file: LogFile, _ error: InputError) {
    if file.isGiven || error.isReadFailure {
      plan.problems.append(Diagnostic(.problem(error.problem), file: file.name))
    }
    for index in known.indices where known[index].file == file.identity { found.insert(index) }
  }

  /// Does something with a file; what is wrong with it is told.
  private mutating func attempt(
    _ file: LogFile, _ step: (inout RotationResolver, LogFile) throws(InputError) -> Void
  ) {
    do throws(InputError) {
      try step(&self, file)
    } catch {
      putAside(file, error)
    }
  }

  /// Where a compressed file must be looked at: where logs were left that begin like it, and where files
  /// end that do.
  private func offsets(for scan: ContentScan, among scans: [ContentScan]) -> [Int] {
    guard scan.file.isCompressed else { return [] }
    let left = known.filter { $0.offset > 0 && scan.begins(like: $0) }.map(\.offset)
    let ends = scans.filter { other in
      other.file.identity != scan.file.identity && other.file.log == scan.file.log
        && (other.head.starts(with: scan.head) || scan.head.starts(with: other.head))
    }
    return left + ends.map(\.guessedLength)
  }

  // MARK: Compressed files that are known

  /// Whether a compressed file was seen before, as it is.
  private mutating func takePacked(_ file: LogFile, _ packed: PackedFingerprint) -> Bool {
    guard let index = known.firstIndex(where: { $0.packed == packed }) else { return false }
    found.insert(index)
    if known[index].state == .skipped, file.isGiven {
      plan.readings.append(
        LogReading(file, continuing: known[index], fromStart: true, firstBytes: [], marks: marks))
    } else {
      update(known[index], file: file, size: known[index].size, packed: packed)
    }
    return true
  }

  // MARK: Matching

  /// For each file, the number of the position that it continues.
  private mutating func match(_ scans: [ContentScan]) -> [Int?] {
    let candidates = scans.map { scan in known.indices.filter { scan.continues(known[$0]) } }
    var matches = [Int?](repeating: nil, count: scans.count)
    // A file that is still the same one comes first, then one of the same log.
    let isNear: [(ReadPosition, ContentScan) -> Bool] = [
      { $0.copyOf == nil && $0.file == $1.file.identity },
      { $0.copyOf == nil && $0.log == $1.file.log },
      { position, _ in position.copyOf == nil },
    ]
    for condition in isNear {
      for number in scans.indices where matches[number] == nil {
        matches[number] = claim(candidates[number]) { condition($0, scans[number]) }
      }
    }
    // What was known as a copy is one as long as it is as long as it was; and while its original has not
    // been put aside itself, as long as it is the same file.
    let aside = Set(
      scans.indices.filter { !scans[$0].file.isLog }.compactMap { matches[$0] }
        .compactMap { known[$0].id })
    for number in scans.indices where matches[number] == nil && !scans[number].file.isLog {
      matches[number] = claim(candidates[number]) { position in
        guard let original = position.copyOf else { return false }
        return position.size == scans[number].length
          || (position.state == .present && position.file == scans[number].file.identity
            && !aside.contains(original))
      }
    }
    return matches
  }

  /// The position that was left last of those that fit and that no file continues yet.
  private mutating func claim(_ candidates: [Int], where fits: (ReadPosition) -> Bool) -> Int? {
    let free = candidates.filter { !found.contains($0) && fits(known[$0]) }
    guard let best = free.max(by: { known[$0].offset < known[$1].offset }) else { return nil }
    found.insert(best)
    return best
  }

  private mutating func take(_ scan: ContentScan, continuing index: Int?) throws(InputError) {
    let file = scan.file
    guard let position = index.map({ known[$0] }) else {
      if file.isGiven || watched.contains(file.log) {
        read(scan, continuing: nil, fromStart: true)
      } else {
        plan.updates.append(try skipped(scan))
      }
      return
    }
    if position.state == .skipped, file.isGiven {
      read(scan, continuing: position, fromStart: true)
      return
    }
    let length = scan.length ?? position.offset
    let packed = try file.packedFingerprint()
    if let id = position.copyOf {
      // A copy may end inside a line, so nothing is read from there. What is longer than its original ever
      // was is a log of its own that begins like it.
      if let original = known.first(where: { $0.id == id }), length > original.offset {
        read(scan, continuing: nil, fromStart: true)
      } else {
        update(position, file: file, size: length, packed: packed)
      }
      return
    }
    // What stood behind the last line when it was looked at last was no line, and it is the same now.
    if length == position.offset || length == position.size {
      update(position, file: file, size: length, packed: packed)
    } else {
      read(scan, continuing: position, fromStart: false)
    }
  }

  private mutating func read(
    _ scan: ContentScan, continuing position: ReadPosition?, fromStart: Bool
  ) {
    plan.readings.append(
      LogReading(
        scan.file, continuing: position, fromStart: fromStart, firstBytes: scan.head, marks: marks))
  }

  private mutating func update(
    _ position: ReadPosition, file: LogFile, size: Int, packed: PackedFingerprint?
  ) {
    var next = position
    next.log = file.log
    next.path = file.path
    next.file = file.identity
    next.size = max(size, next.offset)
    next.packed = packed
    if next.state == .gone { next.state = .present }
    if next != position { plan.updates.append(next) }
  }

  // MARK: Files that are not read

  /// The position of a file that lay beside its log before that was ever read.
  private func skipped(_ scan: ContentScan) throws(InputError) -> ReadPosition {
    let length = scan.length ?? scan.guessedLength
    let tail = scan.tailDigest(before: length) ?? []
    if let failure = scan.failure { throw failure }
    return ReadPosition(
      log: scan.file.log, path: scan.file.path, file: scan.file.identity, offset: length, lines: 0,
      head: scan.headDigest(before: length) ?? [], tail: tail, size: length,
      packed: try scan.file.packedFingerprint(), state: .skipped)
  }

  /// Remembers that a file is a copy, so that it is not taken for a log when the original has gone on.
  private mutating func note(copy: ContentScan, of original: Int64?) throws(InputError) {
    guard let original else { return }
    var position = try skipped(copy)
    position.state = .present
    position.copyOf = original
    if let index = known.indices.first(where: {
      known[$0].copyOf == original && known[$0].file == copy.file.identity
    }) {
      position.id = known[index].id
      found.insert(index)
    }
    plan.updates.append(position)
  }

  /// Notes what was not found any more, and tells what is lost with it.
  private mutating func noteGone(_ files: [LogFile], isSoughtFor: ([UInt8]) -> Bool) {
    for (index, position) in known.enumerated()
    where position.state == .present && !found.contains(index) && isSoughtFor(position.log) {
      var next = position
      next.state = .gone
      plan.updates.append(next)
      // Nor is anything lost with the original of a copy.
      let isCopied = found.contains {
        known[$0].copyOf == position.id && known[$0].size >= position.size
      }
      guard position.copyOf == nil, !isCopied || position.id == nil else { continue }
      // An old log that was read to its end may go. One that was still written may have got more.
      let isOverwritten = files.contains {
        $0.path == position.path && $0.identity == position.file
      }
      let name = position.path.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
      if position.size > position.offset || isOverwritten || !RotatedName.looksRotated(name) {
        plan.gaps.append(
          ReadGap(
            path: position.path, offset: position.offset, missing: position.size - position.offset))
      }
    }
  }
}
