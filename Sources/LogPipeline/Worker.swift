import LogAggregation
import LogInput
import LogModel
import LogParsing
import Synchronization

/// Reads, parses and counts what the queue deals out, on one thread.
struct Worker {
  let plan: RunPlan
  let sources: [InputSource]
  let queue: WorkQueue
  let log: SourceLog
  let progress: ProgressMeter?
  let interrupt: InterruptFlag

  var aggregate: PartialAggregate
  let countingPlan: CountingPlan
  let parser: LogParser
  var batch = EventBatch()
  var eventIDs: EventIDs
  /// The sources of which only what is new is read, by number.
  let readings: [Int: LogReading]
  /// How far these were read.
  let positions: Guarded<[ReadPosition]>
  /// Counts of a line that has not ended; they are merged or dropped at its end.
  var openLine: PartialAggregate?
  var source = 0
  /// The number of the batch's first line in its source.
  var firstLine = 1
  /// Batches of a piece whose start is assumed only.
  var unconfirmed: [EventBatch] = []
  var isConfirmed = true

  init(
    plan: RunPlan, counting: CountingPlan, sources: [InputSource], queue: WorkQueue,
    log: SourceLog, progress: ProgressMeter?, interrupt: InterruptFlag,
    readings: [Int: LogReading] = [:], positions: Guarded<[ReadPosition]> = Guarded([])
  ) {
    self.readings = readings
    self.positions = positions
    self.plan = plan
    eventIDs = EventIDs(memory: plan.ids)
    self.sources = sources
    self.queue = queue
    self.log = log
    self.progress = progress
    self.interrupt = interrupt
    countingPlan = counting
    aggregate = PartialAggregate(plan: counting)
    parser = LogParser(options: plan.parserOptions)
  }

  /// Works until nothing is left, and gives the counts out.
  mutating func run() -> PartialAggregate {
    queue.join()
    defer { queue.leave() }
    while !interrupt.isRaised, let work = queue.next() {
      switch work {
      case .source(let index): read(source: index)
      case .piece(let chain, let piece): read(piece: piece, of: chain)
      case .readAhead(let stream): stream.readAhead()
      }
    }
    plan.ids?.new.withLock { $0 += eventIDs.new }
    return aggregate
  }

  // MARK: Whole sources

  private mutating func read(source index: Int) {
    source = index
    firstLine = 1
    isConfirmed = true
    if let reading = readings[index] {
      read(on: reading)
      return
    }
    let stream: ByteStream
    do throws(InputError) {
      stream = try ByteStream(opening: sources[index], interrupt: interrupt)
    } catch {
      log.add(error.problem, source: index)
      return
    }
    if plan.jobs > 1, !plan.needsOrder, let file = stream.pieces(),
      file.size >= 2 * plan.pieceSize
    {
      queue.offer(PieceChain(source: index, file: file, pieceSize: plan.pieceSize))
      return
    }
    let isWorthReadingAhead = stream.isWorthReadingAhead
    var reader = StreamReader(stream)
    read(&reader, isWorthReadingAhead: isWorthReadingAhead)
  }

  private mutating func read(_ reader: inout StreamReader, isWorthReadingAhead: Bool) {
    parser.restart(offset: 0)
    var consumed = 0
    while true {
      if interrupt.isRaised {
        // What another thread has read ahead is read, so it counts.
        guard reader.isReadAhead else { break }
        reader.stop()
      }
      let count = unsafe reader.read(into: parser.room())
      progress?.bytesDone.add(reader.consumedBytes - consumed, ordering: .relaxed)
      consumed = reader.consumedBytes
      parser.add(count)
      if reader.wasInterrupted { break }
      guard count == 0 else {
        log.add(LineLedger(), bytes: count, rejections: [], firstLine: 1, source: source)
        parse(isLast: false)
        // After the first bytes: a small input is read before another thread has woken up.
        if isWorthReadingAhead, !reader.isReadAhead, queue.offer(reader.stream) {
          reader.becomeReadAhead()
        }
        continue
      }
      if let problem = reader.problem { log.add(problem, source: source) }
      if SourceEnd(reader.problem) == .cut { parser.dropCutLine(into: &batch) }
      parse(isLast: true)
      return
    }
    // What was read of a line that has not ended is left out.
    dropOpenLine()
  }

  /// Parses what the buffer holds, and counts it.
  private mutating func parse(isLast: Bool) {
    while true {
      let state = parser.parse(isLast: isLast, into: &batch)
      handOn()
      if state != .batchIsFull { return }
    }
  }

  // MARK: Pieces of big files

  private mutating func read(piece: Int, of chain: PieceChain) {
    source = chain.source
    var reading = PieceReading(chain: chain, piece: piece)
    isConfirmed = false
    unconfirmed.removeAll()
    do throws(InputError) {
      try read(&reading)
    } catch {
      log.add(error.problem, source: source)
      dropOpenLine()
      chain.handOver(
        PieceChain.Handover(offset: reading.end, lines: 0, isEnd: true), to: piece + 1)
    }
  }

  private mutating func read(_ reading: inout PieceReading) throws(InputError) {
    let chain = reading.chain
    let assumed = try reading.seekLineStart(parser)
    if assumed != nil, reading.piece > 0 {
      // Read ahead on the assumption; nothing of it counts before it is confirmed.
      _ = try parse(&reading, upTo: reading.end + reading.slack)
    }
    guard let handover = chain.handover(to: reading.piece), !interrupt.isRaised else {
      chain.abort()
      unconfirmed.removeAll()
      batch.removeAll()
      return
    }
    guard !handover.isEnd, handover.offset < reading.end || reading.isLast else {
      unconfirmed.removeAll()
      batch.removeAll()
      chain.handOver(handover, to: reading.piece + 1)
      return
    }
    firstLine = handover.lines + 1
    isConfirmed = true
    if handover.offset != assumed || reading.piece == 0 {
      unconfirmed.removeAll()
      batch.removeAll()
      reading.restart(at: handover.offset)
      parser.restart(offset: handover.offset)
    }
    // Handing over comes before counting, so that the next worker does not wait for it.
    let isDone = reading.outcome != nil
    let lines = unconfirmed.reduce(batch.lines.lines) { $0 + $1.lines.lines }
    if isDone { handOver(reading, from: handover.lines + lines) }
    countUnconfirmed()
    if !isDone {
      if try parse(&reading, upTo: .max) {
        handOver(reading, from: firstLine - 1)
      } else {
        dropOpenLine()
        chain.abort()
      }
    }
    log.add(
      LineLedger(), bytes: parser.offset - handover.offset, rejections: [], firstLine: 1,
      source: source)
    progress?.bytesDone.add(parser.offset - handover.offset, ordering: .relaxed)
  }

  private func handOver(_ reading: PieceReading, from lines: Int) {
    reading.chain.handOver(
      PieceChain.Handover(
        offset: parser.offset, lines: lines, isEnd: reading.outcome == .finished),
      to: reading.piece + 1)
  }

  /// Parses a piece up to its end; false when it was interrupted.
  ///
  /// Reading pauses at `limit`, in case the piece turns out to be read in vain.
  private mutating func parse(
    _ reading: inout PieceReading, upTo limit: Int
  ) throws(InputError) -> Bool {
    while !interrupt.isRaised {
      let state = parser.parse(
        isLast: reading.isAtEnd, stoppingAt: reading.isLast ? .max : reading.end, into: &batch)
      switch state {
      case .stopped, .finished:
        reading.outcome = state
        handOn()
        return true
      case .batchIsFull:
        handOn()
      case .needsMore:
        if reading.offset >= limit { return true }
        if isConfirmed { handOn() }
        let room = unsafe parser.room()
        let count = try unsafe reading.read(into: room)
        parser.add(count)
      }
    }
    return false
  }

  private mutating func countUnconfirmed() {
    let last = batch
    let held = unconfirmed
    unconfirmed.removeAll()
    for var earlier in held { count(&earlier) }
    batch = last
    handOn()
  }

  // MARK: Counting

  /// Hands a batch on to counting, or keeps it until its piece is confirmed.
  mutating func handOn() {
    guard isConfirmed else {
      parser.batchWasHandedOn(batch)
      unconfirmed.append(batch)
      batch = EventBatch()
      return
    }
    parser.batchWasHandedOn(batch)
    // Taken out while it is counted, and put back empty with its memory.
    var full = EventBatch()
    swap(&full, &batch)
    count(&full)
    full.removeAll()
    swap(&full, &batch)
  }

  private mutating func count(_ batch: inout EventBatch) {
    if plan.deduplicates { eventIDs.mark(&batch) }
    switch batch.openLine {
    case .undecided: break
    case .accepted: if let line = openLine.take() { aggregate.merge(line) }
    case .rejected: openLine = nil
    }
    aggregate.add(batch, events: 0..<batch.openFrom, source: source, firstLine: firstLine)
    if batch.openFrom < batch.events.count {
      var line = openLine.take() ?? PartialAggregate(plan: countingPlan)
      line.add(
        batch, events: batch.openFrom..<batch.events.count, source: source, firstLine: firstLine)
      openLine = line
    }
    log.add(
      batch.lines, bytes: 0, rejections: batch.rejections, firstLine: firstLine, source: source)
    if let sink = plan.rejects {
      for rejection in batch.rejections {
        sink.take(
          rejection,
          at: SourceLocation(file: sources[source].name, line: firstLine + rejection.line))
      }
    }
    firstLine += batch.lines.lines
  }

  mutating func dropOpenLine() {
    openLine = nil
    batch.removeAll()
    unconfirmed.removeAll()
  }
}
