import LogModel
import LogPipeline
import Testing

struct BatchRunTests {
  @Test func `an input that cannot be opened is told among the sources and costs nothing else`()
    throws
  {
    let folder = try TemporaryFolder()
    let line = "{\"tenant\":\"a\",\"ts\":1773475200,\"errorCode\":\"invalid_otp\"}\n"
    let log = try folder.write(Array(line.utf8), to: "a.log")
    let plan = RunPlan(inputs: [], now: EventTime(seconds: 1_773_475_300))
    let result = SampleRun.result(plan, over: [log + ".missing", log], jobs: 2)
    #expect(result.report.sources.map(\.name) == [log, log + ".missing"])
    #expect(result.report.sources.map(\.lines.lines) == [1, 0])
    #expect(result.report.sources.last?.problem == .unopenable(errno: 2))
    #expect(result.report.ledger.records.error == 1)
    #expect(result.failures == [.inputUnopenable])
  }
}
