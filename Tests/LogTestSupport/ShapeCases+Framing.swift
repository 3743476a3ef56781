import LogModel

extension ShapeCases {
  /// What a line is.
  static let lines: [ShapeCase] = [
    ShapeCase("an empty input has no lines", "", .init(), []),
    ShapeCase(
      "blank lines, and a last line without a line feed",
      "\n \t\r\n{\"tenant\":\"a\"}\n\r\n\n {\"tenant\":\"b\"}",
      .init(blank: 4, parsed: 2), [.normal(line: 3, tenant: "a"), .normal(line: 6, tenant: "b")]),
    ShapeCase(
      "byte order marks at the start of lines, also of a blank one",
      "\u{FEFF}{\"tenant\":\"a\"}\r\n\u{FEFF}\n\u{FEFF} [{\"tenant\":\"b\"}]\n",
      .init(blank: 1, parsed: 2), [.normal(tenant: "a"), .normal(line: 3, tenant: "b")]),
    ShapeCase(
      "a byte order mark elsewhere is text",
      " \u{FEFF}{\"tenant\":\"a\"}\n{\"tenant\":\"b\"}\u{FEFF}\n",
      .init(malformed: 1, parsed: 1), [.normal(tenant: "a")]),
    ShapeCase(
      "other white space is not blank",
      "\u{0B}\n\u{0C}\n\u{A0}\n\u{0}\n", .init(malformed: 4), []),
    ShapeCase(
      "record separators and blanks before a value make no prefix",
      "\u{1E}\u{1E} \u{1E}{\"tenant\":\n\"a\"}\n  {\"tenant\":\"b\"}\n",
      .init(parsed: 3), [.normal(tenant: "a"), .normal(line: 3, tenant: "b")]),
    ShapeCase(
      "the empty object is a record, null, numbers and strings are not",
      "{}\nnull\n1\n\"x\"\ntrue\n", .init(malformed: 4, parsed: 1), [.normal()]),
  ]

  /// Several values on one line.
  static let values: [ShapeCase] = [
    ShapeCase(
      "values with and without something between them",
      "{\"tenant\":\"a\"}{\"tenant\":\"b\"} \t{\"tenant\":\"c\"}[{\"tenant\":\"d\"}]\u{1E}{}\r\n",
      .init(parsed: 1),
      [
        .normal(tenant: "a"), .normal(tenant: "b"), .normal(tenant: "c"), .normal(tenant: "d"),
        .normal(),
      ]),
    ShapeCase(
      "a torn second value: the first counts, the line does not",
      "{\"tenant\":\"a\"}{\"tenant\":\"b\"}{\"tenant\":\n{\"tenant\":\"c\"}{\"tenant\":x}\n",
      .init(malformed: 2),
      [.normal(tenant: "a"), .normal(tenant: "b"), .normal(line: 2, tenant: "c")]),
    ShapeCase(
      "a torn second array: its complete elements count",
      "{\"tenant\":\"a\"}[{\"tenant\":\"b\"},{\"tenant\":\n", .init(malformed: 1),
      [.normal(tenant: "a"), .normal(tenant: "b")]),
    ShapeCase(
      "a value behind a torn one is lost with it",
      "{\"tenant\":\"a\"}{\"tenant\"}{\"tenant\":\"b\"}\n", .init(malformed: 1),
      [.normal(tenant: "a")]),
    ShapeCase(
      "a separator with nothing behind it is a torn value",
      "{\"tenant\":\"a\"}\u{1E}\n{\"tenant\":\"b\"}\u{1E}x\n", .init(malformed: 2),
      [.normal(tenant: "a"), .normal(line: 2, tenant: "b")]),
    ShapeCase(
      "anything else behind a value: nothing of the line counts",
      """
      {"tenant":"a"},{"tenant":"b"}
      {"tenant":"a"}]
      {"tenant":"a"}}
      {"tenant":"a"}{"tenant":"b"} "c"
      [{"tenant":"a"},{"tenant":"b"}]x
      {"logs":[{"tenant":"a"}]} 1
      {"log":"part","stream":"stdout"} x
      {"tenant":"well"}

      """,
      .init(malformed: 7, parsed: 1), [.normal(line: 8, tenant: "well")]),
    ShapeCase(
      "an array without any object spoils its line, not its neighbours",
      "{\"tenant\":\"a\"}[1]{\"tenant\":\"b\"}\n", .init(malformed: 1),
      [.normal(tenant: "a"), .normal(tenant: "b")]),
  ]

  static let arrays: [ShapeCase] = [
    ShapeCase("an empty array is parsed and no record", "[]\n[ ]\n", .init(parsed: 2), []),
    ShapeCase(
      "an array without any object is malformed",
      "[1]\n[null,\"{}\",[{}]]\n[[]]\n[1,\n2]\n", .init(malformed: 5), []),
    ShapeCase(
      "elements that are no objects are passed over, also nested arrays",
      "[1,{\"tenant\":\"a\"},[{\"tenant\":\"b\"}],null]", .init(parsed: 1), [.normal(tenant: "a")]),
    ShapeCase(
      "elements before an error count",
      "[{\"tenant\":\"a\"},{\"tenant\":x}]\n[{\"tenant\":\"b\"},\"open\n[{\"tenant\":\"c\"},]\n",
      .init(malformed: 3),
      [.normal(tenant: "a"), .normal(line: 2, tenant: "b"), .normal(line: 3, tenant: "c")]),
    ShapeCase(
      "elements of logs before an error count, with the fields before it as their envelope",
      "{\"tenant\":\"a\",\"logs\":[{},{\"user\":\"u\"}],\"user\":\"v\",\"time\":x}\n"
        + "{\"tenant\":\"b\",\"logs\":[{},{\"user\":nul}],\"user\":\"v\"}\n",
      .init(malformed: 2),
      [
        .normal(tenant: "a", user: "v"), .normal(tenant: "a", user: "u"),
        .normal(line: 2, tenant: "b"),
      ]),
    ShapeCase(
      "elements of a deeper logs do not count before the whole does",
      "{\"data\":{\"logs\":[{\"tenant\":\"a\"}]},x}\n[{\"logs\":[{\"tenant\":\"b\"}]},x]\n",
      .init(malformed: 2), [.normal(line: 2, tenant: "b")]),
    ShapeCase(
      "two lists of logs both count",
      "{\"logs\":[{\"tenant\":\"a\"}],\"lo\\u0067s\":[{\"tenant\":\"b\"}]}", .init(parsed: 1),
      [.normal(tenant: "a"), .normal(tenant: "b")]),
  ]
}
