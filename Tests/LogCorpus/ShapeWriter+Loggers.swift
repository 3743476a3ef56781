/// Lines of an application, as its logging library writes them.
extension ShapeWriter {
  mutating func writeLogger(_ event: CorpusEvent, to out: inout CorpusBytes) {
    let code = event.code.flatMap { $0.isCode ? $0.bytes : nil }
    let isFailure = event.code != nil
    switch shape {
    case .pino:
      out.text(code != nil ? "{\"level\":50" : isFailure ? "{\"level\":40" : "{\"level\":30")
      out.text(",\"time\":")
      out.number(event.time)
      out.text(",\"pid\":71,\"hostname\":\"mfa-api-7c9d\",\"name\":\"mfa-api\"")
      writeWho(event, ",\"tenant\":\"", "\",\"user_id\":\"", to: &out)
      out.text("\",\"method\":\"")
      out.text(event.method.text)
      if let code {
        out.text("\",\"err\":{\"type\":\"GuardianError\",\"message\":\"")
        out.text(random.pick(ShapeWriter.messages))
        out.text("\",\"stack\":\"GuardianError: refused\\n    at buildError (/app/http.js:90:10)\"")
        out.text(",\"statusCode\":401,\"errorCode\":\"")
        out.text(code)
        out.text("\"},\"msg\":\"guardian request refused\"}")
      } else {
        out.text("\",\"msg\":\"")
        out.text(isFailure ? ShapeWriter.unaccepted : ShapeWriter.accepted)
        out.text("\"}")
      }
    case .bunyan:
      out.text("{\"name\":\"mfa-api\",\"hostname\":\"mfa-api-7c9d\",\"pid\":71,\"level\":")
      out.text(code != nil ? "50" : "30")
      writeWho(event, ",\"tenant\":\"", "\",\"userId\":\"", to: &out)
      if let code {
        out.text("\",\"err\":{\"message\":\"refused\",\"name\":\"GuardianError\",\"code\":\"")
        out.text(code)
        out.text("\"},\"msg\":\"verify refused\",\"time\":\"")
      } else {
        out.text("\",\"msg\":\"second factor seen\",\"time\":\"")
      }
      clock.write(event.time, .milliseconds, to: &out)
      out.text("\",\"v\":0}")
    case .zap:
      out.text(code != nil ? "{\"level\":\"error\",\"ts\":" : "{\"level\":\"info\",\"ts\":")
      writeDecimalSeconds(event.time, to: &out)
      out.text(",\"caller\":\"guardian/client.go:88\",\"msg\":\"guardian call\"")
      writeWho(event, ",\"tenant\":\"", "\",\"user\":\"", to: &out)
      out.text("\",\"factor\":\"")
      out.text(event.method.text)
      if let code {
        out.text("\",\"error\":\"refused\",\"error_code\":\"")
        out.text(code)
      }
      out.text("\"}")
    case .zerolog:
      out.text(code != nil ? "{\"level\":\"error\"" : "{\"level\":\"info\"")
      writeWho(event, ",\"tenant\":\"", "\",\"user_id\":\"", to: &out)
      if let code {
        out.text("\",\"error\":\"guardian: ")
        out.text(code)
        out.text(" (401)")
      }
      out.text("\",\"time\":\"")
      clock.write(event.time, .seconds, to: &out)
      out.text("\",\"message\":\"verify\"}")
    case .slog:
      out.text("{\"time\":\"")
      clock.write(event.time, .offsetNanoseconds, to: &out)
      out.text(code != nil ? "\",\"level\":\"ERROR\"" : "\",\"level\":\"INFO\"")
      out.text(",\"msg\":\"verify\"")
      writeWho(event, ",\"tenant\":\"", "\",\"user\":{\"id\":\"", to: &out)
      out.text("\"}")
      writeCode(code, ",\"error\":{\"code\":\"", "\",\"message\":\"refused\"}", to: &out)
      out.text("}")
    default: writeTimedLogger(event, code: code, to: &out)
    }
  }

  private mutating func writeTimedLogger(
    _ event: CorpusEvent, code: [UInt8]?, to out: inout CorpusBytes
  ) {
    switch shape {
    case .winston:
      writeApplicationLine(event, timed: true, to: &out)
    case .logstash:
      out.text("{\"@timestamp\":\"")
      clock.write(event.time, .milliseconds, to: &out)
      out.text("\",\"@version\":\"1\",\"message\":\"verify\",\"logger_name\":\"mfa.Api\",")
      out.text(code != nil ? "\"level\":\"ERROR\",\"level_value\":40000" : "\"level\":\"INFO\"")
      writeWho(event, ",\"tenant\":\"", "\",\"user_id\":\"", to: &out)
      out.text("\"")
      writeCode(code, ",\"error_code\":\"", "\"", to: &out)
      out.text("}")
    case .ecs:
      out.text("{\"@timestamp\":\"")
      clock.write(event.time, .microseconds, to: &out)
      out.text(code != nil ? "\",\"log.level\":\"ERROR\"" : "\",\"log.level\":\"INFO\"")
      out.text(",\"message\":\"verify\",\"ecs.version\":\"1.2.0\",\"service.name\":\"mfa-api\",")
      out.text("\"event.dataset\":\"mfa-api\",\"process.thread.name\":\"main\"")
      writeWho(event, ",\"labels\":{\"tenant\":\"", "\"},\"user.id\":\"", to: &out)
      out.text("\"")
      writeCode(code, ",\"error.code\":\"", "\",\"error.message\":\"refused\"", to: &out)
      out.text("}")
    case .ecsNested:
      out.text("{\"@timestamp\":\"")
      clock.write(event.time, .milliseconds, to: &out)
      out.text(code != nil ? "\",\"log\":{\"level\":\"error\"}" : "\",\"log\":{\"level\":\"info\"}")
      out.text(",\"message\":\"verify\",\"ecs\":{\"version\":\"8.11.0\"}")
      writeWho(event, ",\"labels\":{\"tenant\":\"", "\"},\"user\":{\"id\":\"", to: &out)
      out.text("\"}")
      writeCode(code, ",\"error\":{\"code\":\"", "\",\"message\":\"refused\"}", to: &out)
      out.text("}")
    case .otlp:
      out.text("{\"timeUnixNano\":\"")
      out.number(event.time)
      out.text("000000\",\"severityNumber\":")
      out.text(code != nil ? "17" : "9")
      out.text(",\"body\":{\"stringValue\":\"verify\"},\"attributes\":[{\"key\":\"user.id\",")
      out.text("\"value\":{\"stringValue\":\"")
      userID(event, to: &out)
      out.text("\"}},{\"key\":\"tenant\",\"value\":{\"stringValue\":\"")
      out.text(tenantName(event))
      out.text("\"}}")
      writeCode(
        code, ",{\"key\":\"error.code\",\"value\":{\"stringValue\":\"", "\"}}", to: &out)
      out.text("],\"traceId\":\"5b8efff798038103d269b633813fc60c\"}")
    default:  // gcp
      out.text("{\"insertId\":\"")
      out.hex(UInt64(event.id), digits: 16)
      out.text("\",\"logName\":\"projects/mfa/logs/stdout\",\"resource\":{\"type\":")
      out.text("\"k8s_container\",\"labels\":{\"project_id\":\"mfa\"}},\"severity\":")
      out.text(code != nil ? "\"ERROR\",\"timestamp\":\"" : "\"INFO\",\"timestamp\":\"")
      clock.write(event.time, .nanoseconds, to: &out)
      out.text("\",\"jsonPayload\":")
      writeApplicationLine(event, timed: false, to: &out)
      out.text("}")
    }
  }

  /// A line of an application whose time is in its wrapping, or of winston.
  mutating func writeApplicationLine(
    _ event: CorpusEvent, timed: Bool, to out: inout CorpusBytes
  ) {
    let code = event.code.flatMap { $0.isCode ? $0.bytes : nil }
    out.text(
      code != nil ? "{\"level\":\"error\",\"message\":\"" : "{\"level\":\"info\",\"message\":\"")
    out.text(
      code != nil
        ? random.pick(ShapeWriter.messages)
        : event.code != nil ? ShapeWriter.unaccepted : ShapeWriter.accepted)
    out.text("\",\"service\":\"mfa-api\"")
    if timed {
      out.text(",\"timestamp\":\"")
      clock.write(event.time, .milliseconds, to: &out)
      out.text("\"")
    }
    writeWho(event, ",\"tenant\":\"", "\",\"userId\":\"", to: &out)
    out.text("\"")
    writeCode(code, ",\"statusCode\":401,\"errorCode\":\"", "\"", to: &out)
    out.text("}")
  }

  private func writeWho(
    _ event: CorpusEvent, _ tenant: StaticString, _ user: StaticString, to out: inout CorpusBytes
  ) {
    out.text(tenant)
    out.text(tenantName(event))
    out.text(user)
    userID(event, to: &out)
  }

  private func writeCode(
    _ code: [UInt8]?, _ before: StaticString, _ after: StaticString, to out: inout CorpusBytes
  ) {
    guard let code else { return }
    out.text(before)
    out.text(code)
    out.text(after)
  }

  static let accepted: StaticString = "second factor accepted"
  static let unaccepted: StaticString = "second factor was not accepted"
}
