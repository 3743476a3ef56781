import LogAlerting
import LogModel
import Testing
import mfa_logstat

struct NotationTextTests {
  @Test(arguments: [
    (
      "",
      #"1: "" is neither a key nor a metric; there are: tenant, code, kind, level, category, method, by, count, users, per_user, share"#
    ),
    ("code=invalid_otp", "1: neither warning nor critical is given, so the rule never fires"),
    ("conut>=5", #"1: "conut" is neither a key nor a metric; did you mean "count"?"#),
    ("code", #"5: "=" and a name are missing: code=NAME"#),
    ("code=", "6: a name is missing"),
    ("code=a,,b", "8: a name is missing"),
    ("code=\"a&count>=5", "6: the second quote is missing"),
    (
      "count>=5&",
      #"10: "" is neither a key nor a metric; there are: tenant, code, kind, level, category, method, by, count, users, per_user, share"#
    ),
    ("count>=5&count>=6", #"10: "count" stands twice"#),
    ("code=invalid_otp&code=invalid_token&count>=5", #"18: "code" stands twice"#),
    ("count>=5/", #"10: "" is not a window below a day; write a number and a unit: 5m 15m 1h"#),
    ("count>=5/1d", #"10: "1d" is not a window below a day; write a number and a unit: 5m 15m 1h"#),
    (
      "count>=5/5m/5m",
      "12: the rule should end here; join conditions with & and end with a window: /15m"
    ),
    ("count>5", #"6: ">=" and a number are missing: count>=5"#),
    ("count>=x", #"8: "x" is not a number; write digits: 20 or 0.15"#),
    ("share>=2", #"8: a share of "2" is never reached; write a number above 0 and up to 1: 0.15"#),
    (
      "code=invalid_opt&count>=5",
      #"6: "invalid_opt" is not a known code, so the rule never fires; did you mean "invalid_otp"?"#
    ),
    (
      "count>=5/7m",
      #"10: window is "7m", which does not divide a day; take 1m 5m 10m 15m 30m 1h 6h 1d"#
    ),
    ("by=tenat&count>=5", #"4: "tenat" is neither a key nor a metric; did you mean "tenant"?"#),
  ])
  func `what is wrong with an expression is told with its place`(text: String, line: String) {
    do throws(RuleFault) {
      _ = try RuleExpression.rule(text, severity: .warning, context: RuleContext())
      Issue.record("\(text) was read")
    } catch {
      #expect("\(error.column): \(RuleFaultText.words(for: error.reason))" == line)
    }
  }
}
