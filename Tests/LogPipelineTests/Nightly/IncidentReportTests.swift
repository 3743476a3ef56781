import Foundation
import LogCorpus
import LogModel
import Testing

/// Who opens the report in the morning sees at once what is wrong, where, since when, and who must act.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct IncidentReportTests {
  /// What the reader must be told of each kind, in the words of the catalogue.
  static let words: [IncidentKind: (who: String, toDo: String)] = [
    .pushQuota: ("the operator must act", "Operator: stop the source"),
    .apnsExpired: ("an administrator of the tenant must act", "Admin:"),
    .appResigned: ("the user must act", "User: remove the account"),
    .smsOutage: ("the user can try again", "User:"),
    .smsPumping: ("the operator must act", "Operator: stop the source"),
    .factorOff: ("an administrator of the tenant must act", "Admin:"),
    .badClient: ("the developers of the client must act", "Developer"),
    .clockDrift: ("the user can try again", "User: type the code"),
    .pushBombing: ("the user can try again", "User: wait"),
    .tenantDeleted: ("an administrator of the tenant must act", "Admin:"),
  ]

  @Test(arguments: IncidentVerdictTests.verdicts)
  func `the head of a report names the incident`(verdict: IncidentVerdictTests.Verdict) throws {
    let tenant = IncidentVerdictTests.tenants.small
    var request = IncidentRequest(verdict.kind)
    request.offset = 60 * 60_000
    let isEverywhere = verdict.kind == .smsOutage
    if !isEverywhere { request.targets = .named(tenant) }
    var plan = IncidentVerdictTests.plan(seed: 22)
    plan.incidents = [request]
    var generator = CorpusGenerator(plan: plan)
    let tool = try BuiltTool()
    let file = try tool.folder.write(generator.all(), to: "corpus")
    let page = tool.folder.path + "/page.html"
    let outcome = try tool.run([
      "report", "--since", "2026-03-09", "--until", "2026-03-10", "--now", "2026-03-10", "-o",
      "text", "-o", "html:\(page)", file,
    ])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let text = String(decoding: outcome.output, as: UTF8.self)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    let body = html.components(separatedBy: "<main").last ?? ""
    let seen = body.replacing(try Regex("<svg.*?</svg>").dotMatchesNewlines(), with: " ")
      .replacing(try Regex("<[^>]*>"), with: " ").replacing(try Regex("\\s+"), with: " ")
    let wanted = try #require(IncidentReportTests.words[verdict.kind])
    for (name, head) in [("text", String(text.prefix(600))), ("html", String(seen.prefix(900)))] {
      let line = head.replacing(try Regex("\\s+"), with: " ")
      #expect(line.contains(verdict.code), "\(name): \(head)")
      if isEverywhere {
        #expect(line.contains(try Regex("[0-9]+ tenants")), "\(name): \(head)")
      } else {
        #expect(line.contains(tenant), "\(name): \(head)")
      }
      #expect(line.contains(try Regex("(?i)since:? 0[67]:[0-9][0-9]")), "\(name): \(head)")
      #expect(line.lowercased().contains(wanted.who), "\(name): \(head)")
      #expect(line.contains(wanted.toDo), "\(name): \(head)")
    }
  }
}
