import LogModel

extension ShapeCases {
  /// One value over several lines that ends well.
  static let carries: [ShapeCase] = [
    ShapeCase(
      "an object over several lines, with blank lines in it",
      "{\r\n\"tenant\"\n:\n\n\"a\"\n}\n", .init(parsed: 6), [.normal(tenant: "a")]),
    ShapeCase(
      "the line of the value's end may hold further values",
      "{\"tenant\":\n\"a\"}{\"tenant\":\"b\"}\n{\"tenant\":\n\"c\"}{\"tenant\":\n\"d\"}\n",
      .init(malformed: 2, parsed: 3),
      [.normal(tenant: "a"), .normal(line: 2, tenant: "b"), .normal(line: 3, tenant: "c")]),
    ShapeCase(
      "lines that start with brackets and braces inside a value",
      "[\n{\"tenant\":\"a\"\n}\n,\n {\"tenant\":\"b\",\"x\":\n[\n [1]]\n}]\n",
      .init(parsed: 8), [.normal(line: 2, tenant: "a"), .normal(line: 5, tenant: "b")]),
    ShapeCase(
      "the elements of logs and logEvents may start in column 0",
      "{\"logs\":[\n{\"tenant\":\"a\"},\n{\"tenant\":\"b\"}]}\n"
        + "{\"logEvents\":[\n{\"message\":\"x\",\n\"tenant\":\"c\"}\n]}\n",
      .init(parsed: 7),
      [
        .normal(line: 2, tenant: "a"), .normal(line: 3, tenant: "b"), .normal(line: 5, tenant: "c"),
      ]),
    ShapeCase(
      "two values over several lines behind each other",
      "{\n\"tenant\":\"a\"\n}\n{\n\"tenant\":\"b\"\n}\n", .init(parsed: 6),
      [.normal(tenant: "a"), .normal(line: 4, tenant: "b")]),
  ]

  /// One value over several lines that does not end well.
  static let brokenCarries: [ShapeCase] = [
    ShapeCase(
      "a line in column 0 with a brace starts afresh",
      "{\"tenant\":\"a\",\n\"x\":\n{\"tenant\":\"b\"}\n", .init(malformed: 2, parsed: 1),
      [.normal(line: 3, tenant: "b")]),
    ShapeCase(
      "with a blank before the brace it goes on",
      "{\"tenant\":\"a\",\n\"x\":\n {\"tenant\":\"b\"}\n}\n", .init(parsed: 4),
      [.normal(tenant: "a")]),
    ShapeCase(
      "a deeper logs expects no element in column 0",
      "[{\"logs\":[\n{\"tenant\":\"a\"}\n]}]\n", .init(malformed: 2, parsed: 1),
      [.normal(line: 2, tenant: "a")]),
    ShapeCase(
      "a line that breaks the grammar is read afresh",
      "{\"tenant\":\n\"a\",\nINFO {\"tenant\":\"b\"}\n{\"tenant\":\"c\"}\n",
      .init(malformed: 2, parsed: 2),
      [.normal(line: 3, tenant: "b"), .normal(line: 4, tenant: "c")]),
    ShapeCase(
      "a line that ends inside a string is read afresh by itself",
      "{\"tenant\":\n\"a\n{\"tenant\":\"b\"}\n", .init(malformed: 2, parsed: 1),
      [.normal(line: 3, tenant: "b")]),
    ShapeCase(
      "so is the last line of the input",
      "[\n{\"tenant\":\"a\"},\n{\"tenant\":\"b\"},{\"tenant\":\"c", .init(malformed: 3),
      [.normal(line: 2, tenant: "a")]),
    ShapeCase(
      "something behind the value's end breaks the carry",
      "{\"tenant\":\n\"a\"} x\n{\"tenant\":\"b\"}\n", .init(malformed: 2, parsed: 1),
      [.normal(line: 3, tenant: "b")]),
    ShapeCase(
      "elements complete on earlier lines count, those on the breaking line do not",
      "[{\"tenant\":\"a\"},\n{\"tenant\":\"b\"},\n{\"tenant\":\"c\"},x\n{\"tenant\":\"d\"}\n",
      .init(malformed: 3, parsed: 1),
      [.normal(tenant: "a"), .normal(line: 2, tenant: "b"), .normal(line: 4, tenant: "d")]),
    ShapeCase(
      "elements complete on earlier lines count when the end has something behind it",
      "[{\"tenant\":\"a\"},\n{\"tenant\":\"b\"}] x\n", .init(malformed: 2), [.normal(tenant: "a")]),
    ShapeCase(
      "an object torn in an array: the next object starts in column 0",
      "[\n{\"tenant\":\"a\"},\n{\"tenant\":\n{\"tenant\":\"b\"}\n", .init(malformed: 3, parsed: 1),
      [.normal(line: 2, tenant: "a"), .normal(line: 4, tenant: "b")]),
    ShapeCase(
      "a blank line inside a carry that fails is malformed",
      "{\"tenant\":\n\n}\n\n", .init(blank: 1, malformed: 3), []),
    ShapeCase(
      "at the end of the input the carried lines are malformed, complete elements count",
      "[\n{\"tenant\":\"a\"},\n {\"tenant\":\"b\"}\n\n", .init(malformed: 4),
      [.normal(line: 2, tenant: "a"), .normal(line: 3, tenant: "b")]),
    ShapeCase(
      "the breaking line may begin the next carry",
      "{\"tenant\":\n{\"tenant\":\n\"a\"}\n", .init(malformed: 1, parsed: 2),
      [.normal(line: 2, tenant: "a")]),
    ShapeCase(
      "the envelope of elements before a break is what stood on earlier lines",
      "{\"tenant\":\"a\",\"logs\":[{}\n],\n\"user\":\"u\",\"x\":}\n", .init(malformed: 3),
      [.normal(tenant: "a")]),
    ShapeCase(
      "a literal or a number that a line feed cuts breaks its own line",
      "{\"x\":tr\nue}\n{\"x\":1.\n5}\n", .init(malformed: 4), []),
  ]
}
