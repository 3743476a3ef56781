/// Events of the provider on their way through other people's pipes.
extension ShapeWriter {
  mutating func writeRoute(_ event: CorpusEvent, to out: inout CorpusBytes) {
    switch shape {
    case .eventBridge, .firehose: writeEventBridge(event, to: &out)
    case .cloudWatchSubscription:
      embed { $0.writeEventBridge(event, to: &$1) }
      out.text("{\"id\":\"31953106606966980000")
      out.number(event.id, width: 16)
      out.text("\",\"timestamp\":")
      out.number(event.time + 14_000)
      out.text(",\"message\":\"")
      out.escaped(text.bytes)
      out.text("\"}")
    case .eventGrid:
      out.text("{\"id\":\"")
      out.hex(UInt64(event.id), digits: 16)
      out.text("\",\"topic\":\"/subscriptions/0/mfa\",\"subject\":\"auth0\",\"eventType\":")
      out.text("\"auth0.log\",\"eventTime\":\"")
      clock.write(event.time + 2_000, .ticks, to: &out)
      out.text("\",\"data\":")
      writeAuth0Event(event, to: &out)
      out.text(",\"dataVersion\":\"1.0\",\"metadataVersion\":\"1\"}")
    case .cloudEvents:
      out.text("{\"specversion\":\"1.0\",\"id\":\"")
      out.hex(UInt64(event.id), digits: 16)
      out.text("\",\"source\":\"urn:auth0:logs\",\"type\":\"auth0.log\",\"time\":\"")
      clock.write(event.time + 1_000, .milliseconds, to: &out)
      out.text("\",\"data\":")
      writeAuth0Event(event, to: &out)
      out.text("}")
    case .datadog:
      out.text("{\"_id\":\"AZ")
      out.hex(UInt64(event.id), digits: 16)
      out.text("\",\"date\":\"")
      clock.write(event.time + 2_000, .milliseconds, to: &out)
      out.text("\",\"service\":\"auth0\",\"host\":\"\",\"source\":\"auth0\",\"status\":\"info\",")
      out.text("\"message\":\"tenant log\",\"tags\":[\"env:prod\"],\"attributes\":")
      writeStreamItem(event, to: &out)
      out.text("}")
    case .splunkHEC:
      out.text("{\"time\":")
      writeDecimalSeconds(event.time + 3_000, to: &out)
      out.text(",\"host\":\"auth0\",\"source\":\"auth0-logs\",\"sourcetype\":\"auth0_log\",")
      out.text("\"index\":\"auth0\",\"event\":")
      writeStreamItem(event, to: &out)
      out.text("}")
    case .splunkExport:
      embed { $0.writeStreamItem(event, to: &$1) }
      out.text("{\"preview\":false,\"offset\":")
      out.number(event.id)
      out.text(",\"result\":{\"_raw\":\"")
      out.escaped(text.bytes)
      out.text("\",\"_time\":\"")
      clock.write(event.time, .milliseconds, to: &out)
      out.text("\"}}")
    case .elasticAgent, .elasticsearch: writeElastic(event, to: &out)
    case .panther:
      out.text("{\"data\":")
      writeAuth0Event(event, date: .blankNanoseconds, to: &out)
      out.text(",\"log_id\":\"")
      logID(event, to: &out)
      out.text("\",\"p_event_time\":\"")
      clock.write(event.time, .blankNanoseconds, to: &out)
      out.text("\",\"p_log_type\":\"Auth0.Events\",\"p_source_label\":\"Auth0 Tenant\"}")
    default:  // gcp-auth0
      out.text("{\"insertId\":\"")
      out.hex(UInt64(event.id), digits: 16)
      out.text("\",\"receiveTimestamp\":\"")
      clock.write(event.time + 1_000, .nanoseconds, to: &out)
      out.text("\",\"severity\":\"INFO\",\"timestamp\":\"")
      clock.write(event.time, .nanoseconds, to: &out)
      out.text("\",\"jsonPayload\":")
      writeAuth0Event(event, to: &out)
      out.text("}")
    }
  }

  private mutating func writeEventBridge(_ event: CorpusEvent, to out: inout CorpusBytes) {
    out.text("{\"version\":\"0\",\"id\":\"6b4bc671-0217-46ca-8ee0-")
    out.number(event.id, width: 12)
    out.text("\",\"detail-type\":\"Auth0 log\",\"source\":\"aws.partner/auth0.com/")
    out.text(tenantName(event))
    out.text("-2308531e-1ba0-4824-a5de-5fa1d5928ea4/auth0.logs\",\"account\":\"111122223333\",")
    out.text("\"time\":\"")
    clock.write(event.time + 14_000, .seconds, to: &out)
    out.text("\",\"region\":\"eu-west-1\",\"resources\":[],\"detail\":")
    writeStreamItem(event, to: &out)
    out.text("}")
  }

  private mutating func writeElastic(_ event: CorpusEvent, to out: inout CorpusBytes) {
    if shape == .elasticsearch {
      out.text("{\"_index\":\"logs-auth0\",\"_id\":\"")
      out.hex(UInt64(event.id), digits: 16)
      out.text("\",\"_source\":")
    }
    out.text("{\"@timestamp\":\"")
    clock.write(event.time + 5_000, .milliseconds, to: &out)
    out.text("\",\"event\":{\"ingested\":\"")
    clock.write(event.time + 6_000, .milliseconds, to: &out)
    out.text("\",\"dataset\":\"auth0.logs\"},\"json\":")
    writeStreamItem(event, to: &out)
    out.text(shape == .elasticsearch ? "}}" : "}")
  }

  /// Writes a time as seconds: `1773475204.120`.
  func writeDecimalSeconds(_ time: Int, to out: inout CorpusBytes) {
    out.number(time / 1_000)
    out.byte(0x2E)
    out.number(time % 1_000, width: 3)
  }
}
