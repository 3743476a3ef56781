extension CorpusTruth {
  /// What `--truth` writes: the columns of the tool that the truth knows, and the counts with `--dedup`.
  ///
  /// Users are exact here; the tool estimates them beyond 1,024 in a cell.
  package func csv() -> CorpusBytes {
    var out = CorpusBytes()
    var clock = CorpusClock()
    out.text("window_start,window_end,tenant,code,kind,count,users,share,first_seen,last_seen,")
    out.text("dedup_count,dedup_share\n")
    for row in rows() {
      clock.write(row.window, .seconds, to: &out)
      out.byte(0x2C)
      clock.write(row.window + 300_000, .seconds, to: &out)
      out.byte(0x2C)
      out.text(row.tenant)
      out.byte(0x2C)
      out.text(row.code.text)
      out.text(row.code.isCode ? ",guardian," : ",event,")
      out.number(row.cell.count)
      out.byte(0x2C)
      out.number(row.cell.users)
      out.byte(0x2C)
      CorpusTruth.share(row.cell.count, of: row.total.all, to: &out)
      for time in [row.cell.first, row.cell.last] {
        out.byte(0x2C)
        clock.write(time, time % 1_000 == 0 ? .seconds : .milliseconds, to: &out)
      }
      out.byte(0x2C)
      out.number(row.cell.distinct)
      out.byte(0x2C)
      CorpusTruth.share(row.cell.distinct, of: row.total.distinct, to: &out)
      out.byte(0x0A)
    }
    return out
  }

  /// A share with four digits, halves rounded away from zero.
  package static func share(_ count: Int, of total: Int, to out: inout CorpusBytes) {
    let tenThousandths = total == 0 ? 0 : (count * 20_000 + total) / (2 * total)
    out.number(tenThousandths / 10_000)
    out.byte(0x2E)
    out.number(tenThousandths % 10_000, width: 4)
  }
}
