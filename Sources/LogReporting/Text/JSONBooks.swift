import LogModel

/// Writes the books of a run as JSON: the ledger and what became of every input.
enum JSONBooks {
  /// The members of an object, without its braces.
  static func append(_ ledger: Ledger, to line: inout [UInt8]) {
    let (lines, records) = (ledger.lines, ledger.records)
    let numbers = [
      ("lines", lines.lines), ("blank", lines.blank), ("malformed", lines.malformed),
      ("oversized", lines.oversized), ("parsed", lines.parsed), ("records", records.records),
      ("error", records.error), ("normal", records.normal), ("other", records.other),
      ("filtered", records.filtered), ("duplicate", records.duplicate),
      ("untimed", records.untimed), ("untenanted", records.untenanted),
      ("repaired", lines.repaired),
    ]
    for (index, (name, number)) in numbers.enumerated() {
      line.append(contentsOf: "\(index == 0 ? "" : ",")\"\(name)\":".utf8)
      line.appendDecimal(number)
    }
  }

  static func append(_ source: SourceSummary, to line: inout [UInt8]) {
    line.append(contentsOf: "{\"name\":".utf8)
    JSONText.append(source.name, to: &line)
    line.append(contentsOf: ",\"lines\":".utf8)
    line.appendDecimal(source.lines.lines)
    line.append(contentsOf: ",\"bytes\":".utf8)
    line.appendDecimal(source.bytes)
    line.append(contentsOf: ",\"problem\":".utf8)
    if let problem = source.problem {
      JSONText.append(ProblemText.text(problem), to: &line)
    } else {
      line.append(contentsOf: "null".utf8)
    }
    line.append(UInt8(ascii: "}"))
  }
}
