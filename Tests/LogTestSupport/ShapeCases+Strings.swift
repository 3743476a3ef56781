import LogModel

extension ShapeCases {
  /// `{"tenant":"` and `"}` around bytes that need not be UTF-8.
  private static func tenant(_ bytes: [UInt8]) -> [UInt8] {
    Array("{\"tenant\":\"".utf8) + bytes + Array("\"}\n".utf8)
  }

  /// A record whose unused field is nested so deep; the record itself is one level.
  private static func nested(_ depth: Int) -> String {
    "{\"tenant\":\"a\",\"x\":" + String(repeating: "[", count: depth - 1)
      + String(repeating: "]", count: depth - 1) + "}\n"
  }

  /// The depth, the keys and the characters of values.
  static let strings: [ShapeCase] = [
    ShapeCase(
      "1024 open containers are read, 1025 are not",
      nested(1_024) + nested(1_025) + nested(3), .init(malformed: 1, parsed: 2),
      [.normal(tenant: "a"), .normal(line: 3, tenant: "a")]),
    ShapeCase(
      "of equal keys the last wins, also when it says less",
      #"""
      {"tenant":"a","tenant":"b","errorCode":"invalid_otp","errorCode":null}
      {"type":"gd_auth_failed","details":{"failure_details":{"errorCode":"invalid_otp"}},\#
      "details":{"failure_details":{}},"tenant":"c"}
      {"type":"gd_auth_failed","details":{"failure_details":{"errorCode":"invalid_otp"},\#
      "failure_details":1},"tenant":"d","tenant":""}
      {"type":"gd_auth_failed","log_id":"1","type":1,"errorCode":"invalid_body"}
      """#,
      .init(parsed: 4),
      [
        .normal(tenant: "b"), .error("gd_auth_failed", kind: .event, line: 2, tenant: "c"),
        .error("gd_auth_failed", kind: .event, line: 3), .error("invalid_body", line: 4),
      ]),
    ShapeCase(
      "keys are compared after unescaping, byte by byte",
      #"""
      {"t\u0065nant":"a","\u0065rrorCode":"invalid\u005fotp","TENANT":"x","tenant ":"y"}
      {"tenant":"e\u0301"}
      {"tenant":"\u00e9"}
      {"tenant":"\ud83d\udd10 \"\\\/\u0000"}
      """#,
      .init(parsed: 4),
      [
        .error("invalid_otp", tenant: "a", method: "otp"), .normal(line: 2, tenant: "e\u{301}"),
        .normal(line: 3, tenant: "\u{E9}"), .normal(line: 4, tenant: "\u{1F510} \"\\/\u{0}"),
      ]),
    ShapeCase(
      "lone surrogates are replaced one by one",
      #"""
      {"tenant":"\ud83d"}
      {"tenant":"\udd10\ud83d"}
      {"tenant":"\ud83d\ud83d\udd10"}
      {"tenant":"a","unused":"\udead","\ud800":1}
      """#,
      .init(parsed: 4, repaired: 4),
      [
        .normal(tenant: "\u{FFFD}"), .normal(line: 2, tenant: "\u{FFFD}\u{FFFD}"),
        .normal(line: 3, tenant: "\u{FFFD}\u{1F510}"), .normal(line: 4, tenant: "a"),
      ]),
    ShapeCase(
      "invalid UTF-8 is replaced by maximal subparts",
      tenant([0x61, 0xFF, 0x62]) + tenant([0xE2, 0x82]) + tenant([0xED, 0xA0, 0x80])
        + tenant([0xF0, 0x9F, 0x94, 0xC3, 0xA9]) + tenant([0xC0, 0xAF]) + tenant([0xC3, 0xA9]),
      .init(parsed: 6, repaired: 5),
      [
        .normal(tenant: "a\u{FFFD}b"), .normal(line: 2, tenant: "\u{FFFD}"),
        .normal(line: 3, tenant: "\u{FFFD}\u{FFFD}\u{FFFD}"),
        .normal(line: 4, tenant: "\u{FFFD}\u{E9}"), .normal(line: 5, tenant: "\u{FFFD}\u{FFFD}"),
        .normal(line: 6, tenant: "\u{E9}"),
      ]),
    ShapeCase(
      "a code with something replaced in it is another code",
      Array("{\"errorCode\":\"invalid_otp".utf8) + [0xFF] + Array("\"}".utf8),
      .init(parsed: 1, repaired: 1), [.error("invalid_otp\u{FFFD}", kind: .other)]),
    ShapeCase(
      "a malformed line is not told as repaired, and each line of a carry for itself",
      "{\"x\":\"\\ud800\",}\n{\"x\":\n\"\\ud800\",\"tenant\":\n\"a\"}\n",
      .init(malformed: 1, parsed: 3, repaired: 1), [.normal(line: 2, tenant: "a")]),
    ShapeCase(
      "invalid UTF-8 outside of strings breaks the grammar",
      Array("{\"tenant\":\"a\"".utf8) + [0xC3, 0xA9] + Array("}\n{\"tenant\":\"b\"}".utf8),
      .init(malformed: 1, parsed: 1), [.normal(line: 2, tenant: "b")]),
    ShapeCase(
      "control bytes in strings break the grammar, the delete byte does not",
      "{\"tenant\":\"a\u{01}\"}\n{\"tenant\":\"a\tb\"}\n{\"tenant\":\"c\u{7F}\"}\n",
      .init(malformed: 2, parsed: 1), [.normal(line: 3, tenant: "c\u{7F}")]),
    ShapeCase(
      "numbers of any size are read",
      "{\"x\":1e400,\"y\":-0.0E-999999999999,\"tenant\":123456789012345678901234567890}\n"
        + "{\"x\":01}\n{\"x\":.5}\n{\"x\":+1}\n{\"x\":NaN}\n{\"x\":0x1}\n{\"x\":-}\n",
      .init(malformed: 6, parsed: 1), [.normal(tenant: "123456789012345678901234567890")]),
  ]

  private static var short: ReferenceOptions {
    var options = ReferenceOptions()
    options.maxLine = 20
    return options
  }

  /// The limit for one value, here of 20 bytes.
  static let limits: [ShapeCase] = [
    ShapeCase(
      "a value of the limit is read, a longer one is oversized",
      "{\"tenant\":\"1234567\"}\n{\"tenant\":\"12345678\"}\n  {\"tenant\":\"1234567\"}  \n",
      .init(oversized: 1, parsed: 2),
      [.normal(tenant: "1234567"), .normal(line: 3, tenant: "1234567")], options: short),
    ShapeCase(
      "a line of many short values may be longer",
      "{\"tenant\":\"a\"}{\"tenant\":\"b\"}{\"tenant\":\"c\"}\n"
        + "[{\"tenant\":\"d\"},{\"tenant\":\"e\"}]\n{\"logs\":[{\"tenant\":\"f\"},{}]}\n",
      .init(parsed: 3),
      [
        .normal(tenant: "a"), .normal(tenant: "b"), .normal(tenant: "c"),
        .normal(line: 2, tenant: "d"), .normal(line: 2, tenant: "e"),
        .normal(line: 3, tenant: "f"), .normal(line: 3),
      ], options: short),
    ShapeCase(
      "an oversized second value: the first counts, the rest of the line is skipped",
      "{\"tenant\":\"a\"}{\"tenant\":\"1234567890123\"}{\"tenant\":\"b\"}\n{\"tenant\":\"c\"}\n",
      .init(oversized: 1, parsed: 1), [.normal(tenant: "a"), .normal(line: 2, tenant: "c")],
      options: short),
    ShapeCase(
      "an oversized element: those before it count, the rest of the line is skipped",
      "[{\"tenant\":\"a\"},{\"tenant\":\"1234567890123\"},{\"tenant\":\"b\"}]\n",
      .init(oversized: 1), [.normal(tenant: "a")], options: short),
    ShapeCase(
      "an oversized value over lines: its lines up to the byte too much are done with",
      "{\"tenant\":\n\"1234567890123\",\n\"x\":1}\n{\"tenant\":\"a\"}\n",
      .init(malformed: 2, oversized: 1, parsed: 1), [.normal(line: 4, tenant: "a")],
      options: short),
    ShapeCase(
      "an oversized element over lines: those before it count",
      "[{\"tenant\":\"a\"},\n{\"tenant\":\n\"1234567890123\"},\n{\"tenant\":\"b\"}]\n",
      .init(malformed: 3, oversized: 1), [.normal(tenant: "a")], options: short),
    ShapeCase(
      "an oversized line of text",
      "INFO 1234567 {\"a\":1}\nINFO 12345678 {\"a\":1}\nINFO 12345678901234567890\n",
      .init(oversized: 2, parsed: 1), [.normal()], options: short),
  ]
}
