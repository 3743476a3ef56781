import LogAggregation
import LogInput
import LogModel
import LogParsing
import Synchronization

/// Reading of a log what is new in it, up to its last whole line.
extension Worker {
  /// How reading went.
  private enum Ending {
    case done(end: Int, size: Int, recent: [UInt8])
    /// Something behind this line start was counted that is not whole; to be read anew up to it.
    case torn(offset: Int)
    /// Nothing of it counts.
    case given
  }

  /// Reads on where a log was left.
  ///
  /// Nothing of it counts before all is known to be whole and of one log.
  mutating func read(on reading: LogReading) {
    var whole = PartialAggregate(plan: countingPlan)
    swap(&whole, &aggregate)
    eventIDs.keep()
    let isTaken = take(reading)
    swap(&whole, &aggregate)
    if isTaken {
      aggregate.merge(whole)
    } else {
      eventIDs.takeBack()
      let problem = log.problem(ofSource: source)
      log.forget(source: source)
      if let problem { log.add(problem, source: source) }
    }
  }

  /// Reads and counts; true when it is to count.
  private mutating func take(_ reading: LogReading) -> Bool {
    var limit = Int.max
    // What the second reading stops at is still there, unless the file is changed meanwhile.
    for _ in 0..<2 {
      switch parse(reading, upTo: limit) {
      case .given: return false
      case .torn(let offset):
        limit = offset
        aggregate = PartialAggregate(plan: countingPlan)
        eventIDs.takeBack()
        log.forget(source: source)
      case .done(let end, let size, let recent):
        return keep(reading, end: end, size: size, recent: recent)
      }
    }
    return false
  }

  private mutating func keep(
    _ reading: LogReading, end: Int, size: Int, recent: [UInt8]
  ) -> Bool {
    do throws(InputError) {
      let position = try reading.position(
        end: end, lines: firstLine - 1, size: size, recent: recent)
      guard let position else { return false }
      if end > 0 { positions.withLock { $0.append(position) } }
      return true
    } catch {
      log.add(error.problem, source: source)
      return false
    }
  }

  private mutating func parse(_ reading: LogReading, upTo limit: Int) -> Ending {
    firstLine = reading.lines + 1
    isConfirmed = true
    openLine = nil
    let stream: ByteStream
    do throws(InputError) {
      stream = try reading.open(interrupt: interrupt)
    } catch {
      log.add(error.problem, source: source)
      return .given
    }
    parser.restart(offset: reading.start)
    var recent = RecentBytes(limit: reading.recentCount)
    var size = reading.start
    var consumed = 0
    while !interrupt.isRaised {
      let room = unsafe parser.room()
      let count = unsafe stream.read(into: room)
      progress?.bytesDone.add(stream.consumedBytes - consumed, ordering: .relaxed)
      consumed = stream.consumedBytes
      if stream.wasInterrupted { break }
      unsafe recent.add(UnsafeRawBufferPointer(rebasing: room[..<count]))
      parser.add(count)
      size += count
      log.add(LineLedger(), bytes: count, rejections: [], firstLine: 1, source: source)
      if parse(upTo: limit) {
        return .done(end: parser.offset, size: size, recent: recent.bytes)
      }
      guard count == 0 else { continue }
      if let problem = stream.problem { log.add(problem, source: source) }
      let rest = parser.leaveUnfinished(into: &batch)
      handOn()
      openLine = nil
      eventIDs.dropOpen()
      switch rest {
      case .clean(let offset): return .done(end: offset, size: size, recent: recent.bytes)
      case .torn(let offset): return .torn(offset: offset)
      }
    }
    dropOpenLine()
    return .given
  }

  /// Parses what the buffer holds, and counts it; true when it came to the limit.
  private mutating func parse(upTo limit: Int) -> Bool {
    while true {
      let state = parser.parse(isLast: false, stoppingAt: limit, into: &batch)
      handOn()
      switch state {
      case .batchIsFull: continue
      case .stopped: return true
      case .needsMore, .finished: return false
      }
    }
  }
}
