import LogModel

extension ShapeCases {
  /// Which code a record bears.
  static let codes: [ShapeCase] = [
    ShapeCase(
      "every place of a code, in the order of preference",
      #"""
      {"details":{"failure_details":{"errorCode":"a"},"response":{"body":{"errorCode":"b"}}}}
      {"details":{"response":{"body":{"errorCode":"b"}},"error":{"errorCode":"c"}}}
      {"details":{"error":{"errorCode":"c","code":"d"}}}
      {"details":{"error":{"code":"d"},"errorCode":"e"}}
      {"details":{"errorCode":"e"},"errorCode":"f"}
      {"errorCode":"f","error_code":"g"}
      {"error_code":"g","error":{"errorCode":"h"}}
      {"error":{"errorCode":"h","code":"i"}}
      {"error":{"code":"i"},"err":{"errorCode":"j"}}
      {"err":{"errorCode":"j","code":"k"}}
      {"err":{"code":"k"},"response":{"body":{"errorCode":"l"}}}
      {"response":{"body":{"errorCode":"l"}},"body":{"errorCode":"m"}}
      {"body":{"errorCode":"m"}}
      """#,
      .init(parsed: 13),
      zip(1..., "abcdefghijklm").map { .error(String($1), kind: .other, line: $0) }),
    ShapeCase(
      "places that only look like a code's",
      #"""
      {"provider_error":{"errorCode":"invalid_otp"},"code":"invalid_otp","Code":"invalid_otp"}
      {"x":{"errorCode":"invalid_otp"},"ErrorCode":"invalid_otp","errorcode":"invalid_otp"}
      {"details":{"failure_details":[{"errorCode":"invalid_otp"}],"provider_error":{"errorCode":1}}}
      {"text":"\"errorCode\":\"invalid_otp\"","details":{"code":"invalid_otp"}}
      {"details.failure_details":{"errorCode":"invalid_otp"},"err":"invalid","error_code":""}
      """#,
      .init(parsed: 5), (1...5).map { .normal(line: $0) }),
    ShapeCase(
      "one of the list beats another code at an earlier place",
      #"""
      {"details":{"failure_details":{"errorCode":60204}},"err":{"code":"invalid_body"}}
      {"errorCode":"ECONNREFUSED","err":{"code":"device_account_conflict"}}
      {"errorCode":"ECONNREFUSED","err":{"code":30007}}
      {"errorCode":"invalid_token","err":{"code":"invalid_body"}}
      """#,
      .init(parsed: 4),
      [
        .error("invalid_body"), .error("enrollment_conflict", line: 2),
        .error("ECONNREFUSED", kind: .other, line: 3), .error("invalid_token", line: 4),
      ]),
    ShapeCase(
      "an alias is counted as its code",
      #"{"errorCode":"device_account_conflict"}"#, .init(parsed: 1),
      [.error("enrollment_conflict")]),
    ShapeCase(
      "numbers and digits are a provider's, anything else is other, all as written",
      #"""
      {"errorCode":30007}
      {"errorCode":"30007"}
      {"errorCode":-1.50e2}
      {"errorCode":"-1"}
      {"errorCode":"010"}
      {"errorCode":"42P01"}
      {"errorCode":" invalid_otp"}
      {"errorCode":"Invalid_otp"}
      {"errorCode":"gd_auth_failed"}
      """#,
      .init(parsed: 9),
      [
        .error("30007", kind: .provider, line: 1), .error("30007", kind: .provider, line: 2),
        .error("-1.50e2", kind: .provider, line: 3), .error("-1", kind: .other, line: 4),
        .error("010", kind: .provider, line: 5), .error("42P01", kind: .other, line: 6),
        .error(" invalid_otp", kind: .other, line: 7), .error("Invalid_otp", kind: .other, line: 8),
        .error("gd_auth_failed", kind: .other, line: 9),
      ]),
    ShapeCase(
      "values of the wrong type are passed over, dotted keys come before nested ones",
      #"""
      {"errorCode":null,"error_code":true,"error":{"code":["invalid_otp"]},"err":{"code":"x"}}
      {"err.code":"dotted","err":{"code":"nested"}}
      {"err.code":false,"err":{"code":"nested"}}
      {"err":{"code":"nested"},"details.failure_details.errorCode":"invalid_body"}
      """#,
      .init(parsed: 4),
      [
        .error("x", kind: .other), .error("dotted", kind: .other, line: 2),
        .error("nested", kind: .other, line: 3),
        .error("invalid_body", line: 4),
      ]),
  ]

  /// When and where codes are searched in texts.
  static let texts: [ShapeCase] = [
    ShapeCase(
      "a code counts as a whole word only, the longest first, the first text that has one",
      #"""
      {"level":"error","msg":"too_many_pn_per_tenant"}
      {"level":"error","msg":"a too_many_pn, then invalid_recovery_code_format"}
      {"level":"error","msg":"xinvalid_otp invalid_otp2 invalid_otp-x _invalid_otp INVALID_OTP"}
      {"level":"error","msg":"(invalid_otp)"}
      {"level":"error","msg":"\u00e9invalid_otp\u00e9"}
      {"level":"error","description":"x invalid_otp","message":"invalid_recovery_code_format"}
      {"level":"error","msg":"device_account_conflict"}
      {"level":"error","msg":"enrollment_transaction_not_found"}
      """#,
      .init(parsed: 8),
      [
        .error("too_many_pn_per_tenant", line: 1, method: "push"),
        .error("invalid_recovery_code_format", line: 2, method: "recovery"), .normal(line: 3),
        .error("invalid_otp", line: 4, method: "otp"),
        .error("invalid_otp", line: 5, method: "otp"),
        .error("invalid_otp", line: 6, method: "otp"), .normal(line: 7),
        .error("enrollment_transaction_not_found", line: 8),
      ]),
    ShapeCase(
      "the texts that are searched, and no others",
      #"""
      {"level":"error","description":"invalid_body"}
      {"level":"error","details":{"failure_details":{"message":"invalid_body"}}}
      {"level":"error","details":{"error":{"message":"invalid_body"}}}
      {"level":"error","message":"invalid_body"}
      {"level":"error","msg":"invalid_body"}
      {"level":"error","log":"invalid_body"}
      {"level":"error","error":"invalid_body"}
      {"level":"error","error":{"message":"invalid_body"}}
      {"level":"error","err":{"message":"invalid_body"},"text":"invalid_body","body":"invalid_body"}
      {"level":"error","message":["invalid_body"],"details":"invalid_body"}
      """#,
      .init(parsed: 10),
      (1...8).map { .error("invalid_body", line: $0) } + [.normal(line: 9), .normal(line: 10)]),
    ShapeCase(
      "levels at which texts are searched",
      #"""
      {"level":"WARN","msg":"invalid_body"}
      {"level":"warning","msg":"invalid_body"}
      {"level":"Fatal","msg":"invalid_body"}
      {"level":40,"msg":"invalid_body"}
      {"level":60,"msg":"invalid_body"}
      {"severity":"CRITICAL","msg":"invalid_body"}
      {"PRIORITY":"4","msg":"invalid_body"}
      {"PRIORITY":0,"msg":"invalid_body"}
      {"severityNumber":13,"msg":"invalid_body"}
      {"severityText":"ERROR","msg":"invalid_body"}
      {"status":"emergency","msg":"invalid_body"}
      {"levelname":"ERROR","msg":"invalid_body"}
      {"log":{"level":"dpanic"},"msg":"invalid_body"}
      {"syslog":{"severity":3},"msg":"invalid_body"}
      """#,
      .init(parsed: 14), (1...14).map { .error("invalid_body", line: $0) }),
    ShapeCase(
      "levels at which texts are not searched",
      #"""
      {"level":"info","msg":"invalid_body"}
      {"level":30,"msg":"invalid_body"}
      {"severity":"NOTICE","msg":"invalid_body"}
      {"PRIORITY":"5","msg":"invalid_body"}
      {"severityNumber":12,"msg":"invalid_body"}
      {"msg":"invalid_body"}
      {"level":"info","status":"error","msg":"invalid_body"}
      {"level":"info","err":null,"error":"","msg":"invalid_body"}
      {"err":{},"error":[],"msg":"invalid_body"}
      """#,
      .init(parsed: 9), (1...9).map { .normal(line: $0) }),
    ShapeCase(
      "an error that is not empty, a failure type or the level of an envelope",
      #"""
      {"level":"info","err":{"x":1},"msg":"invalid_body"}
      {"error":"x","msg":"invalid_body"}
      {"type":"gd_auth_failed","log_id":"1","description":"invalid_body"}
      {"type":"gd_auth_succeed","log_id":"1","description":"invalid_body"}
      {"level":"error","message":"{\"msg\":\"invalid_body\"}"}
      {"level":"error","message":"{\"msg\":\"invalid_body\",\"level\":\"info\"}"}
      {"level":"error","message":"{\"x\":1}","msg":"invalid_body"}
      """#,
      .init(parsed: 7),
      [
        .error("invalid_body", line: 1), .error("invalid_body", line: 2),
        .error("invalid_body", line: 3), .normal(line: 4), .error("invalid_body", line: 5),
        .normal(line: 6), .normal(line: 7),
      ]),
    ShapeCase(
      "without text search only the places of codes count",
      #"""
      {"level":"error","msg":"invalid_body"}
      2026-03-14T08:00:01Z stdout F invalid_body
      {"level":"error","msg":"x","errorCode":"invalid_body"}
      """#,
      .init(parsed: 3),
      [.normal(line: 1), .normal(line: 2, .eight(1)), .error("invalid_body", line: 3)],
      options: withoutSearch),
  ]

  private static var withoutSearch: ReferenceOptions {
    var options = ReferenceOptions()
    options.textSearch = false
    return options
  }
}
