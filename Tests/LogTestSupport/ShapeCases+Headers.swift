import LogModel

extension ShapeCases {
  /// Lines in which something stands before the value.
  static let headers: [ShapeCase] = [
    ShapeCase(
      "CRI: JSON and plain text behind the header",
      #"""
      2026-03-14T08:00:01.120000001Z stdout F {"tenant":"acme","errorCode":"invalid_otp"}
      2026-03-14T10:00:02.000000000+02:00 stderr F got too_many_sms again
      2026-03-14T08:00:03Z stdout F {"errorCode":"invalid_otp"
      2026-03-14T08:00:04Z stdout F
      """#,
      .init(parsed: 4),
      [
        .error("invalid_otp", .eight(1, 120_000_001), tenant: "acme", method: "otp"),
        .error("too_many_sms", line: 2, .eight(2), method: "sms"),
        .error("invalid_otp", line: 3, .eight(3), method: "otp"), .normal(line: 4, .eight(4)),
      ]),
    ShapeCase(
      "CRI: parts are joined per stream, with the time and line of the first",
      #"""
      2026-03-14T08:00:01Z stdout P {"tenant":"ac
      2026-03-14T08:00:02Z stderr P too_many
      2026-03-14T08:00:03Z stdout P me","errorCode":"invalid
      2026-03-14T08:00:04Z stdout F _otp"}
      2026-03-14T08:00:05Z stderr F _pn
      2026-03-14T08:00:06Z stdout P open invalid_body
      """#,
      .init(parsed: 6),
      [
        .error("invalid_otp", .eight(1), tenant: "acme", method: "otp"),
        .error("too_many_pn", line: 2, .eight(2), method: "push"),
        .error("invalid_body", line: 6, .eight(6)),
      ]),
    ShapeCase(
      "CRI: Windows line ends are no text",
      "2026-03-14T08:00:01Z stdout P {\"tenant\":\r\n"
        + "2026-03-14T08:00:02Z stdout F \"acme\"}\r\n",
      .init(parsed: 2), [.normal(.eight(1), tenant: "acme")]),
    ShapeCase(
      "fluentd file: time, tag and record between tabs",
      "2026-03-14T09:00:01+01:00\tmfa.api\t{\"tenant\":\"acme\"}\n"
        + "2026-03-14T09:00:02+01:00\tmfa.api\tgot invalid_otp\n",
      .init(parsed: 2),
      [
        .normal(.eight(1), tenant: "acme"),
        .error("invalid_otp", line: 2, .eight(2), method: "otp"),
      ]),
    ShapeCase(
      "fluent-bit file: the bracket behind the record closes the header",
      #"""
      mfa.api: [1773475201.119999886, {"tenant":"acme","errorCode":"invalid_otp"}]
      mfa.api: [1773475202.500000000, {"tenant":"globex","date":"2026-03-14T08:00:09Z"}]
      mfa.api: [1773475203.0, {"tenant":"x"}]]
      mfa.api: [1773475204.0, "got invalid_otp"]
      """#,
      .init(malformed: 2, parsed: 2),
      [
        .error("invalid_otp", .eight(1, 119_999_886), tenant: "acme", method: "otp"),
        .normal(line: 2, .eight(9), tenant: "globex"),
      ]),
    ShapeCase(
      "syslog RFC 5424: structured data with brackets and braces in it",
      #"""
      <134>1 2026-03-14T08:00:01.120Z node mfa 812 - - {"tenant":"acme"}
      <131>1 2026-03-14T08:00:02Z node mfa - ID [a@1 k="\"]{\"" l=""][b@1] {"tenant":"globex"}
      <131>1 - node mfa - - - got invalid_otp
      <134>1 2026-03-14T08:00:04Z node mfa 812 - -
      """#,
      .init(parsed: 4),
      [
        .normal(.eight(1, 120_000_000), tenant: "acme"),
        .normal(line: 2, .eight(2), tenant: "globex"),
        .error("invalid_otp", line: 3, method: "otp"), .normal(line: 4, .eight(4)),
      ]),
    ShapeCase(
      "syslog RFC 5424: the priority is the level of a record that has none",
      #"""
      <131>1 2026-03-14T08:00:01Z node mfa 812 - - {"msg":"got invalid_otp"}
      <134>1 2026-03-14T08:00:02Z node mfa 812 - - {"msg":"got invalid_otp"}
      <131>1 2026-03-14T08:00:03Z node mfa 812 - - {"msg":"got invalid_otp","level":"info"}
      """#,
      .init(parsed: 3),
      [
        .error("invalid_otp", .eight(1), method: "otp"), .normal(line: 2, .eight(2)),
        .normal(line: 3, .eight(3)),
      ]),
    ShapeCase(
      "any text before the first brace from which on the line parses",
      #"""
      <34>Oct 11 22:14:15 node mfa[7]: {"tenant":"acme","errorCode":"invalid_otp"}
      INFO {request} {"tenant":"globex"}
      INFO {} [{"tenant":"initech"}]
      INFO {"tenant":"x"} trailing
      INFO {"a":1}{"tenant":"last"}
      <34>Oct 11 22:14:15 node mfa[7]: got invalid_otp
      got invalid_otp
      42
      null
      "text"
      """#,
      .init(malformed: 6, parsed: 4),
      [
        .error("invalid_otp", tenant: "acme", method: "otp"), .normal(line: 2, tenant: "globex"),
        .normal(line: 3, tenant: "initech"), .normal(line: 5, tenant: "last"),
      ]),
    ShapeCase(
      "a value behind text does not go on in the next line",
      #"""
      INFO {"tenant":
      "acme"}
      """#,
      .init(malformed: 2), []),
  ]
}
