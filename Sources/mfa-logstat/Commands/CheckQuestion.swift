import LogModel
import LogPipeline
import LogReporting

/// What `--explain` asks for.
struct CheckQuestion {
  let asked: ExplanationQuestion

  /// - Throws: When a time is none, or an output cannot hold an explanation.
  init(
    _ options: QuestionOptions, outputs: [CheckOutputRequest], times: RunPlan
  ) throws(Complaint) {
    var at: EventTime?
    if let text = options.at {
      do throws(Misfit) {
        at = try TimeText(now: times.now, zone: times.zone).parse(NativeText.shown(text))
      } catch {
        throw Complaint("--at \(Quoted(text)) \(error.fault); \(error.remedy)")
      }
    }
    asked = ExplanationQuestion(
      tenant: options.tenant.map { Array(NativeText.shown($0).utf8) },
      code: options.code.map { Array(NativeText.shown($0).utf8) }, second: at?.seconds)
    for output in outputs where !["text", "json"].contains(output.format.name) {
      throw Complaint(
        "--explain and -o \(output.format.name) do not go together; an explanation is text or json")
    }
  }
}
