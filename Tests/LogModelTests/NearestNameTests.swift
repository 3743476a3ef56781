import LogModel
import Testing

struct NearestNameTests {
  private let formats = ["csv", "json", "md", "ndjson", "table", "tsv"]

  @Test(arguments: [
    ("cvs", "csv"),  // swapped
    ("jason", "json"),  // too much
    ("tble", "table"),  // too few
    ("jsom", "json"),  // wrong
    ("TABLE", "table"),
    ("nd-json", "ndjson"),
    ("mb", "md"),
  ])
  func `one slip is forgiven`(slip: String, meant: String) {
    #expect(NearestName.find(slip, in: formats) == meant)
  }

  @Test(arguments: ["", "xml", "html", "prometheus", "tablecloth"])
  func `a different word is not`(word: String) {
    #expect(NearestName.find(word, in: formats) == nil)
  }

  @Test func `of names equally near the first is given`() {
    #expect(NearestName.find("xsv", in: ["tsv", "csv"]) == "tsv")
    #expect(NearestName.find("xsv", in: ["csv", "tsv"]) == "csv")
  }

  @Test func `a nearer name beats an earlier one`() {
    #expect(NearestName.find("windows", in: ["winnows_", "window"]) == "window")
    #expect(NearestName.find("Window", in: ["windowed", "window"]) == "window")
  }

  @Test func `three slips are the most, however long the name`() {
    let long = "push_notification_wrong_credentials"
    #expect(NearestName.find("push_notification_wrong_credenti", in: [long]) == long)
    #expect(NearestName.find("push_notification_wrong_credent", in: [long]) == nil)
  }

  @Test func `a name over 64 bytes is near to nothing`() {
    let name = String(repeating: "a", count: 65)
    #expect(NearestName.find(name, in: [name]) == nil)
    #expect(NearestName.find(String(name.dropLast()), in: [name]) == name)
  }
}
