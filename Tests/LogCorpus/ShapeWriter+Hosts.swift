/// Lines of an application as hosts and collectors keep them.
extension ShapeWriter {
  mutating func writeHost(_ event: CorpusEvent, to out: inout CorpusBytes) {
    embed { $0.writeApplicationLine(event, timed: false, to: &$1) }
    let isError = event.code != nil
    switch shape {
    case .docker:
      out.text("{\"log\":\"")
      out.escaped(text.bytes)
      out.text(isError ? "\\n\",\"stream\":\"stderr\"" : "\\n\",\"stream\":\"stdout\"")
      out.text(",\"time\":\"")
      clock.write(event.time, .nanoseconds, to: &out)
      out.text("\"}")
    case .cri:
      clock.write(event.time, .nanoseconds, to: &out)
      out.text(isError ? " stderr F " : " stdout F ")
      out.text(text.bytes)
    case .journald:
      out.text("{\"__CURSOR\":\"s=0;i=")
      out.hex(UInt64(event.id), digits: 12)
      out.text("\",\"__REALTIME_TIMESTAMP\":\"")
      out.number(event.time)
      out.text("000\",\"_BOOT_ID\":\"b0\",\"PRIORITY\":\"6\",\"_HOSTNAME\":\"node-3\",")
      out.text("\"SYSLOG_IDENTIFIER\":\"mfa-api\",\"_PID\":\"812\",\"MESSAGE\":\"")
      out.escaped(text.bytes)
      out.text("\"}")
    case .jsonSeq:
      out.byte(0x1E)
      writeApplicationLine(event, timed: true, to: &out)
    case .fluentd:
      clock.write(event.time, .nanoseconds, to: &out)
      out.text("\tmfa.api\t")
      out.text(text.bytes)
    case .fluentBit:
      out.text("mfa.api: [")
      writeDecimalSeconds(event.time, to: &out)
      out.text("000000, ")
      out.text(text.bytes)
      out.text("]")
    case .fluentBitLines:
      out.text("{\"date\":")
      writeDecimalSeconds(event.time, to: &out)
      out.text(",\"stream\":\"stdout\",\"log\":\"")
      out.escaped(text.bytes)
      out.text("\\n\"}")
    case .vector:
      out.text("{\"file\":\"/var/log/mfa.log\",\"host\":\"node-3\",\"message\":\"")
      out.escaped(text.bytes)
      out.text("\",\"source_type\":\"file\",\"timestamp\":\"")
      clock.write(event.time, .nanoseconds, to: &out)
      out.text("\"}")
    case .syslog:
      out.text(isError ? "<131>1 " : "<134>1 ")
      clock.write(event.time, .microseconds, to: &out)
      out.text(" node-3 mfa-api 812 - - ")
      out.text(text.bytes)
    default:  // cloudwatch-export
      clock.write(event.time, .milliseconds, to: &out)
      out.byte(0x20)
      out.text(text.bytes)
    }
  }
}
