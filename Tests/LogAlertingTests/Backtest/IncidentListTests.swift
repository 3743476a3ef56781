import LogAlerting
import LogModel
import Testing

struct IncidentListTests {
  @Test func `columns may stand in any order, in quotes, beside others`() {
    let (incidents, faults) = IncidentList.read(
      "code,note,start,end,tenant\r\n"
        + "\"too_many_*\",\"a, \"\"quoted\"\"\nnote\",1970-01-01T00:00:10Z,1970-01-01 00:01,\"a,b\"\r\n"
        + "\r\n*,,1970-01-01,1970-01-02,*")
    #expect(faults == [])
    #expect(incidents.map(\.start) == [10, 0])
    #expect(incidents.map(\.end) == [60, 86_400])
    #expect(incidents.map(\.tenant.text) == ["a,b", "*"])
    #expect(incidents.map(\.code.text) == ["too_many_*", "*"])
    #expect(incidents.map(\.line) == [2, 5])
  }

  @Test func `everything that is wrong is told with its line`() {
    let (_, faults) = IncidentList.read(
      """
      start,end,tenant,code
      soon,1970-01-02,*,*
      1970-01-01,later,*,*
      1970-01-02,1970-01-01,*,*
      1970-01-01,1970-01-02,,*
      1970-01-01,1970-01-02,*,
      1970-01-01,1970-01-02,*
      """)
    #expect(
      faults == [
        IncidentList.Fault(reason: .notATime("soon", column: "start"), line: 2),
        IncidentList.Fault(reason: .notATime("later", column: "end"), line: 3),
        IncidentList.Fault(reason: .endsBeforeItStarts, line: 4),
        IncidentList.Fault(reason: .emptyName(column: "tenant"), line: 5),
        IncidentList.Fault(reason: .emptyName(column: "code"), line: 6),
        IncidentList.Fault(reason: .wrongCellCount(3, wanted: 4), line: 7),
      ])
  }

  @Test(arguments: [
    ("", IncidentList.Fault(reason: .noHead, line: 1)),
    ("start,end,tenant\n", IncidentList.Fault(reason: .missingColumn("code"), line: 1)),
    ("\n\nstart;end\n", IncidentList.Fault(reason: .missingColumn("start"), line: 3)),
  ])
  func `a list without its columns is none`(text: String, fault: IncidentList.Fault) {
    #expect(IncidentList.read(text).faults == [fault])
  }
}
