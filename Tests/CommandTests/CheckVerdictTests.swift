import Foundation
import Testing

/// The verdict and the exit status of `check` for everything that can happen to a log.
struct CheckVerdictTests {
  /// A log of two hours with a normal record a minute, and errors of a code in one of its minutes.
  private static func log(_ code: String?, count: Int = 1, minute: Int) -> String {
    var lines: [String] = []
    for now in 0..<120 {
      let time = "2026-03-14T\(now < 60 ? "08" : "09"):\(String(100 + now % 60).dropFirst()):00Z"
      lines.append(#"{"date":"\#(time)","type":"gd_auth_succeed","tenant_name":"acme"}"#)
      guard let code, now == minute else { continue }
      for number in 0..<count {
        lines.append(
          #"{"date":"\#(time)","tenant_name":"acme","user_id":"u\#(number)","error_code":"\#(code)"}"#
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// A line of shell that makes `x.log` out of `whole.log`.
    var make: String
    var code: String?
    var count = 1
    var minute = 119
    var command = "mfa-logstat check x.log"
    var status: Int32
    /// The first word of standard output; empty for none at all.
    var verdict: String
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a breach in the last window", make: "cp whole.log x.log",
      code: "too_many_pn_per_tenant", status: 2, verdict: "CRITICAL:"),
    Case(
      testDescription: "a breach in the middle", make: "cp whole.log x.log",
      code: "too_many_pn_per_tenant", minute: 60, status: 2, verdict: "CRITICAL:"),
    Case(
      testDescription: "a breach long past", make: "cp whole.log x.log",
      code: "too_many_pn_per_tenant", minute: 0, status: 2, verdict: "CRITICAL:"),
    Case(
      testDescription: "a breach that only warns", make: "cp whole.log x.log",
      code: "no_method_available", count: 3, minute: 60, status: 1, verdict: "WARNING:"),
    Case(
      testDescription: "none", make: "cp whole.log x.log", code: "invalid_otp", status: 0,
      verdict: ""),
    Case(
      testDescription: "an empty file", make: ": >x.log", status: 0, verdict: ""),
    Case(
      testDescription: "an empty pipe", make: ":", command: ": | mfa-logstat check", status: 3,
      verdict: "UNKNOWN:"),
    Case(
      testDescription: "no file", make: ":", status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "no file beside a breach", make: "cp whole.log x.log",
      code: "too_many_pn_per_tenant", command: "mfa-logstat check x.log missing.log", status: 2,
      verdict: "CRITICAL:"),
    Case(
      testDescription: "no file beside a warning", make: "cp whole.log x.log",
      code: "no_method_available", count: 3, command: "mfa-logstat check x.log missing.log",
      status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "a directory without files", make: "mkdir x.log",
      command: "mfa-logstat check -r x.log", status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "damage without a breach", make: "gzip -c whole.log | head -c 400 >x.log",
      status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "damage behind a breach",
      make: "{ gzip -c whole.log; gzip -c whole.log | head -c 400; } >x.log",
      code: "too_many_pn_per_tenant", status: 2, verdict: "CRITICAL:"),
    Case(
      testDescription: "damage before a breach could be read",
      make: "gzip -c whole.log | head -c 400 >x.log", code: "too_many_pn_per_tenant", status: 3,
      verdict: "UNKNOWN:"),
    Case(
      testDescription: "a log of something else", make: "echo 'GET / HTTP/1.1' >x.log", status: 3,
      verdict: "UNKNOWN:"),
    Case(
      testDescription: "records without a time", make: #"sed 's/"date"/"when"/' whole.log >x.log"#,
      code: "too_many_pn_per_tenant", status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "too many groups", make: "cp whole.log x.log", code: "invalid_otp", count: 5,
      command: "{ cat x.log; sed s/invalid_otp/zzz/ x.log; } | mfa-logstat check --max-groups 1",
      status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "a rule file without rules", make: "cp whole.log x.log",
      command: "printf 'version: 1\nrules: []\n' >r.yaml; mfa-logstat check --rules r.yaml x.log",
      status: 3, verdict: "UNKNOWN:"),
    Case(
      testDescription: "a rule file that is none", make: "cp whole.log x.log",
      command: "printf 'rulez: []\n' >r.yaml; mfa-logstat check --rules r.yaml x.log 2>/dev/null",
      status: 3, verdict: ""),
    Case(
      testDescription: "wrong usage", make: "cp whole.log x.log",
      command: "mfa-logstat check --frobnicate x.log 2>/dev/null", status: 3, verdict: ""),
    Case(
      testDescription: "an output that cannot be made", make: "cp whole.log x.log",
      command: "mfa-logstat check -o text:/nowhere/x x.log 2>/dev/null", status: 3, verdict: ""),
    Case(
      testDescription: "a full disk", make: "cp whole.log x.log",
      command: "mfa-logstat check -o nagios x.log >/dev/full 2>/dev/null", status: 3, verdict: ""),
    Case(
      testDescription: "a warning, and only critical asked for", make: "cp whole.log x.log",
      code: "no_method_available", count: 3, command: "mfa-logstat check --exit-on critical x.log",
      status: 0, verdict: "WARNING:"),
    Case(
      testDescription: "a breach, and no status asked for", make: "cp whole.log x.log",
      code: "too_many_pn_per_tenant", command: "mfa-logstat check --exit-on never x.log",
      status: 0, verdict: "CRITICAL:"),
    Case(
      testDescription: "nothing to judge, and no status asked for", make: ":",
      command: ": | mfa-logstat check --exit-on never", status: 3, verdict: "UNKNOWN:"),
  ]

  @Test(arguments: cases)
  func `every log has its verdict and its exit status`(example: Case) throws {
    try withTool { tool in
      try tool.write(
        CheckVerdictTests.log(example.code, count: example.count, minute: example.minute),
        to: "whole.log")
      _ = try tool.run(example.make)
      let outcome = try tool.run(example.command)
      #expect(outcome.status == example.status, "\(outcome)")
      #expect(
        outcome.output.split(separator: " ").first.map(String.init) ?? "" == example.verdict)
      if example.status == 0, example.verdict.isEmpty { #expect(outcome.errors == "") }
    }
  }

  private static let monitor = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Callers/monitor.sh").path

  @Test(arguments: [
    ("too_many_pn_per_tenant", "CRITICAL critical=1 warning=0 errors=3 records=123"),
    ("no_method_available", "WARNING critical=0 warning=1 errors=3 records=123"),
    ("invalid_otp", "OK critical=0 warning=0 errors=3 records=123"),
  ])
  func `a monitoring system can use the line`(code: String, expected: String) throws {
    try withTool { tool in
      try tool.write(CheckVerdictTests.log(code, count: 3, minute: 119), to: "x.log")
      let outcome = try tool.run(
        "sh '\(CheckVerdictTests.monitor)' mfa-logstat check -o nagios x.log")
      #expect(outcome.output.hasPrefix(expected), "\(outcome)")
      #expect(outcome.status == 0)
    }
  }

  @Test func `a file for Prometheus appears whole and stays as it was when it cannot be written`()
    throws
  {
    try withTool { tool in
      try tool.write(CheckVerdictTests.log(nil, minute: 0), to: "x.log")
      let outcome = try tool.run("mfa-logstat check -o prom:m.prom x.log")
      #expect(outcome == Tool.Outcome(output: "", errors: "", status: 0))
      let page = try tool.read("m.prom")
      #expect(page.contains("\nmfa_logstat_status 0\n"))
      let names = try tool.names()
      #expect(names == ["m.prom", "x.log"])
      _ = try tool.run("echo garbage >y.log; ulimit -f 0; mfa-logstat check -o prom:m.prom y.log")
      let kept = try tool.read("m.prom")
      #expect(kept == page)
    }
  }
}
