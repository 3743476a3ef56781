/// Events of the provider's log.
extension ShapeWriter {
  mutating func writeStreamItem(_ event: CorpusEvent, to out: inout CorpusBytes) {
    out.text("{\"log_id\":\"")
    logID(event, to: &out)
    out.text("\",\"data\":")
    writeAuth0Event(event, to: &out)
    out.text("}")
  }

  /// The event itself, about a kilobyte.
  mutating func writeAuth0Event(
    _ event: CorpusEvent, isExport: Bool = false, date: CorpusClock.Style = .milliseconds,
    to out: inout CorpusBytes
  ) {
    out.text("{\"date\":\"")
    clock.write(event.time, date, to: &out)
    out.text("\",\"type\":\"")
    out.text(event.kind.type)
    out.text("\",\"description\":\"")
    out.text(event.kind.description)
    out.text("\",\"connection_id\":\"\",\"client_id\":\"")
    out.hex(scrambled(UInt64(event.client) << 32 | UInt64(UInt32(event.tenant))), digits: 16)
    out.text("client00000000\",\"client_name\":\"")
    out.text(ShapeWriter.clients[Int(event.client) & 7])
    out.text("\",\"ip\":\"203.0.113.")
    out.number(random.below(256))
    out.text("\",\"user_agent\":\"")
    out.text(random.pick(ShapeWriter.agents))
    out.text("\",\"user_id\":\"")
    userID(event, to: &out)
    out.text("\",\"log_id\":\"")
    logID(event, to: &out)
    if isExport {
      out.text("\",\"_id\":\"")
      logID(event, to: &out)
      out.text("\",\"isMobile\":false,\"details\":")
    } else {
      out.text("\",\"details\":")
    }
    if event.kind.isMFA {
      writeDetails(event, to: &out)
    } else {
      writeLoginDetails(event, to: &out)
    }
    out.text(",\"tenant_name\":\"")
    out.text(tenantName(event))
    out.text("\",\"environment_name\":\"prod-eu-1\",\"$event_schema\":{\"version\":\"1.0.0\"}}")
  }

  private mutating func writeDetails(_ event: CorpusEvent, to out: inout CorpusBytes) {
    let device = random.next()
    out.text("{\"request\":{\"method\":\"POST\",\"path\":\"/api/")
    out.text(event.method.prefix)
    out.text("/configs/")
    out.text(tenantName(event))
    out.text("/authenticators/")
    out.text(event.method.prefix)
    out.text("%7Cdev_")
    out.hex(device, digits: 16)
    out.text("/challenge\",\"query\":{},\"userAgent\":\"Mozilla/5.0\",\"body\":{\"code\":\"")
    out.number(Int(device % 1_000_000), width: 6)
    out.text("\"},\"ip\":\"203.0.113.24\",\"auth\":{\"subject\":null,\"strategy\":")
    out.text("\"jwt_api2_internal_token_with_tenant\",\"scopes\":[\"verify:authenticator\"]}},")
    out.text("\"response\":{\"body\":{},\"statusCode\":null},\"authenticator\":{\"id\":\"")
    out.text(event.method.prefix)
    out.text("|dev_")
    out.hex(device, digits: 16)
    out.text("\",\"type\":\"")
    out.text(event.method == .otp ? "totp" : event.method.text)
    out.text("\"},\"device_id\":\"v0:")
    out.hex(device, digits: 16)
    out.byte(0x22)
    if let code = event.code, code.isCode {
      out.text(",\"failure_details\":{\"errorCode\":\"")
      out.text(code.bytes)
      out.text("\",\"message\":\"")
      out.text(random.pick(ShapeWriter.messages))
      out.text("\"}")
      if code == .errorSendingSMS {
        out.text(",\"provider_error\":{\"errorCode\":30008,\"message\":\"Unknown error\"}")
      }
    }
    out.byte(0x7D)
  }

  private mutating func writeLoginDetails(_ event: CorpusEvent, to out: inout CorpusBytes) {
    out.text("{\"prompts\":[{\"name\":\"prompt-authenticate\",\"initiatedAt\":")
    out.number(event.time - 4_000)
    out.text(",\"completedAt\":")
    out.number(event.time - 1_000)
    out.text(",\"connection\":\"Username-Password-Authentication\",\"stats\":{\"loginsCount\":")
    out.number(random.below(5_000))
    out.text("},\"elapsedTime\":3000}],\"session_id\":\"")
    out.hex(random.next(), digits: 16)
    out.text("\",\"error\":null,\"city\":\"")
    out.text(random.pick(ShapeWriter.cities))
    out.text("\"}")
  }

  static let clients: [StaticString] = [
    "Customer Portal", "Back Office", "iOS App", "Android App", "Partner Login", "Till",
    "Support Desk", "Reports",
  ]
  static let agents: [StaticString] = [
    "Chrome 142.0.0 / Mac OS X 10.15.7", "Edge 142.0.0 / Windows 11", "Firefox 145.0 / Linux",
    "Mobile Safari 26.1 / iOS 26.1", "Other 0.0.0 \\\"Kiosk\\\" / Other 0.0.0",
  ]
  static let cities: [StaticString] = [
    "Z\u{FC}rich", "S\u{E3}o Paulo", "\u{6771}\u{4EAC}", "London", "Nairobi", "Reykjav\\u00edk",
  ]
  static let messages: [StaticString] = [
    "The request was refused", "Refused because of \\\"policy\\\"",
    "Le code n\u{2019}est pas valide",
    "Body refused.\\nSee C:\\\\mfa", "\\u00c9chec de la livraison \\ud83d\\ude00",
  ]
}
