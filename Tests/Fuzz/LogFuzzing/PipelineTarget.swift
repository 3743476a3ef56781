import LogModel
import LogParsing
import LogPipeline
import LogTestSupport

/// Any bytes through a whole run, in pieces on three threads and as gzip of many members, tell the same
/// CSV and JSON as in one piece on one thread.
package struct PipelineTarget: FuzzTarget {
  package static let name = "pipeline"

  package init() {}

  package func complaint(about input: [UInt8]) -> String? {
    var input = FuzzInput(input)
    var plan = RunPlan(inputs: [], now: EventTime(seconds: 1_773_561_600))
    if input.chooses(0) { plan.maxLine = 100 }
    if input.chooses(1) { plan.deduplicates = true }
    if input.chooses(2) { plan.windows = .seconds(1) }
    if input.chooses(3) { plan.keys = ReportKey.allCases }
    if input.chooses(4) { plan.top = 2 }
    // Packed bytes are another input.
    guard !input.bytes.starts(with: [0x1F, 0x8B]), let file = MemoryFile(input.bytes) else {
      return nil
    }
    let whole = run(plan, over: file)
    plan.pieceSize = Int.random(in: 1...max(1, input.bytes.count / 2), using: &input.random)
    if let complaint = difference(run(plan, over: file, jobs: 3), whole) {
      return "in pieces of \(plan.pieceSize) bytes " + complaint
    }
    let size = Int.random(in: 1...max(1, input.bytes.count), using: &input.random)
    let members = members(of: input.bytes, size: max(size, input.bytes.count / 40))
    guard let packed = MemoryFile(members) else { return nil }
    if let complaint = difference(run(plan, over: packed), whole) {
      return "as gzip members of \(size) bytes " + complaint
    }
    return nil
  }

  private func members(of bytes: [UInt8], size: Int) -> [UInt8] {
    var packed: [UInt8] = []
    var rest = bytes[...]
    repeat {
      packed += StoredGzip.member(rest.prefix(size))
      rest = rest.dropFirst(size)
    } while !rest.isEmpty
    return packed
  }

  private func run(_ plan: RunPlan, over file: MemoryFile, jobs: Int = 1) -> RunResult {
    var plan = plan
    plan.inputs = [Array(file.path.utf8)]
    plan.jobs = jobs
    return BatchRun(plan: plan).run(progress: nil, interrupt: InterruptFlag())
  }

  private func difference(_ found: RunResult, _ expected: RunResult) -> String? {
    let (telling, expectedTelling) = (Telling(found.report), Telling(expected.report))
    if telling != expectedTelling {
      return "is told\n" + String(decoding: telling.json, as: UTF8.self) + "\n, in one piece\n"
        + String(decoding: expectedTelling.json, as: UTF8.self)
    }
    if found.report.sources.map(\.lines) != expected.report.sources.map(\.lines) {
      return "has other books of its source"
    }
    if found.diagnosticCounts != expected.diagnosticCounts { return "has other diagnostics" }
    return found.failures == expected.failures ? nil : "fails with \(found.failures)"
  }
}
