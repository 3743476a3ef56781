import LogAggregation
import LogInput
import LogModel
import LogParsing
import LogPipeline

/// Runs the stages of the way of a line alone, in this process, on one thread.
///
/// Each stage does what the ones before it do and one thing more, so what a stage costs is the
/// difference from the one before.
struct StageRunner {
  enum Stage: String, CaseIterable {
    case read = "read"
    case parse = "+ check, find and make events"
    case count = "+ count"
    case whole = "the whole run, rules and report included"
  }

  let path: String
  let rounds: Int

  /// Seconds of each stage, the median of the rounds, and the bytes that were read.
  func run() throws -> (bytes: Int, seconds: [(stage: Stage, seconds: Double)]) {
    var times: [Stage: [Double]] = [:]
    var bytes = 0
    for round in 0...rounds {
      for stage in Stage.allCases {
        let clock = ContinuousClock()
        let start = clock.now
        let read = try run(stage)
        let (seconds, attoseconds) = (clock.now - start).components
        if round > 0 {
          times[stage, default: []].append(Double(seconds) + Double(attoseconds) / 1e18)
        }
        if read > 0 { bytes = read }
      }
    }
    return (bytes, Stage.allCases.map { ($0, Measurements.median(times[$0] ?? [])) })
  }

  /// Runs one stage and tells how many bytes it read, if it knows.
  private func run(_ stage: Stage) throws -> Int {
    switch stage {
    case .read: return try read()
    case .parse: return try parse(counting: false)
    case .count: return try parse(counting: true)
    case .whole:
      var plan = RunPlan(inputs: [path], now: EventTime(seconds: 4_000_000_000))
      plan.jobs = 1
      _ = BatchRun(plan: plan).run(progress: nil, interrupt: InterruptFlag())
      return 0
    }
  }

  private func open() throws -> ByteStream {
    try ByteStream(opening: InputSource(name: path, place: .file(path: path)))
  }

  private func read() throws -> Int {
    let stream = try open()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { unsafe buffer.deallocate() }
    var total = 0
    while true {
      let count = unsafe stream.read(into: buffer)
      if count == 0 { return total }
      total += count
    }
  }

  private func parse(counting: Bool) throws -> Int {
    let stream = try open()
    let parser = LogParser(options: ParserOptions(methods: .ofNone))
    var aggregate = PartialAggregate(
      plan: CountingPlan(
        windows: .seconds(300), keys: [.window, .tenant, .code],
        now: EventTime(seconds: 4_000_000_000)))
    var batch = EventBatch()
    parser.restart(offset: 0)
    var total = 0
    while true {
      let count = unsafe stream.read(into: parser.room())
      parser.add(count)
      total += count
      var state = LogParser.Progress.batchIsFull
      while state == .batchIsFull {
        state = parser.parse(isLast: count == 0, into: &batch)
        parser.batchWasHandedOn(batch)
        if counting {
          aggregate.add(batch, events: 0..<batch.events.count, source: 0, firstLine: 1)
        }
        batch.removeAll()
      }
      if count == 0 { return total }
    }
  }
}
