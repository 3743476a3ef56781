/// Writes records in their shapes.
struct ShapeWriter: Sendable {
  let population: TenantPopulation
  /// Nil for a mix of all.
  private let fixedShape: CorpusShape?
  /// Of decoration, so that the records themselves do not depend on the shape.
  var random: CorpusRandom
  var clock = CorpusClock()
  /// The shape of the present line.
  private(set) var shape: CorpusShape
  /// How many records the present group has.
  private var grouped = 0
  /// What is embedded in the present record.
  private(set) var text = CorpusBytes()

  init(shape: CorpusShape?, population: TenantPopulation, random: CorpusRandom) {
    fixedShape = shape
    self.shape = shape ?? .auth0Stream
    self.population = population
    self.random = random
  }

  /// Whether the last record stands in a group that is still open.
  var isInGroup: Bool { grouped > 0 }

  /// Chooses the shape of the next record; `shape` has it then.
  mutating func chooseShape() {
    if fixedShape == nil, grouped == 0 { shape = random.pick(CorpusShape.mixable) }
  }

  mutating func write(_ event: CorpusEvent, to out: inout CorpusBytes) {
    if shape.groupSize == 1 {
      writeRecord(event, to: &out)
      return out.byte(0x0A)
    }
    if grouped == 0 { openGroup(event, to: &out) } else { separate(to: &out) }
    writeRecord(event, to: &out)
    grouped += 1
    if grouped == shape.groupSize { closeGroup(to: &out) }
  }

  /// Ends what is open.
  mutating func finish(_ out: inout CorpusBytes) {
    if grouped > 0 { closeGroup(to: &out) }
  }

  private mutating func openGroup(_ first: CorpusEvent, to out: inout CorpusBytes) {
    switch shape {
    case .auth0Array: out.text("[")
    case .auth0Export: out.text("[\n  ")
    case .auth0Logs: out.text("{\"logs\":[")
    case .cloudWatchSubscription:
      out.text("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"111122223333\",\"logGroup\":\"")
      out.text("/aws/events/auth0-logs\",\"logStream\":\"stream-1\",\"subscriptionFilters\":")
      out.text("[\"mfa\"],\"logEvents\":[")
    case .otlp:
      out.text("{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",")
      out.text("\"value\":{\"stringValue\":\"mfa-api\"}}]},\"scopeLogs\":[{\"scope\":{\"name\":")
      out.text("\"guardian\"},\"logRecords\":[")
    default: break
    }
  }

  private func separate(to out: inout CorpusBytes) {
    switch shape {
    case .firehose: break
    case .auth0Export: out.text(",\n  ")
    default: out.byte(0x2C)
    }
  }

  private mutating func closeGroup(to out: inout CorpusBytes) {
    switch shape {
    case .auth0Array: out.text("]\n")
    case .auth0Export: out.text("\n]\n")
    case .auth0Logs, .cloudWatchSubscription: out.text("]}\n")
    case .otlp: out.text("]}]}]}\n")
    default: out.byte(0x0A)
    }
    grouped = 0
  }

  private mutating func writeRecord(_ event: CorpusEvent, to out: inout CorpusBytes) {
    switch shape {
    case .auth0Stream, .auth0Array, .auth0Logs: writeStreamItem(event, to: &out)
    case .auth0Flat, .auth0Export: writeAuth0Event(event, isExport: true, to: &out)
    case .eventBridge, .firehose, .cloudWatchSubscription, .eventGrid, .cloudEvents, .datadog,
      .splunkHEC, .splunkExport, .elasticAgent, .elasticsearch, .panther, .gcpAuth0:
      writeRoute(event, to: &out)
    case .gcp, .pino, .bunyan, .winston, .zap, .zerolog, .slog, .logstash, .ecs, .ecsNested, .otlp:
      writeLogger(event, to: &out)
    case .cloudWatchExport, .docker, .cri, .journald, .jsonSeq, .fluentd, .fluentBit,
      .fluentBitLines, .vector, .syslog:
      writeHost(event, to: &out)
    }
  }

  // MARK: Parts that many shapes have

  func tenantName(_ event: CorpusEvent) -> [UInt8] { population.tenants[Int(event.tenant)].name }

  func userID(_ event: CorpusEvent, to out: inout CorpusBytes) {
    let number = UInt64(UInt32(event.tenant)) << 32 | UInt64(UInt32(event.user))
    out.text("auth0|")
    out.hex(scrambled(number), digits: 16)
    out.hex(scrambled(number &+ 1), digits: 8)
  }

  /// 56 digits: the moment of writing, and a number of its own.
  mutating func logID(_ event: CorpusEvent, to out: inout CorpusBytes) {
    out.text("900")
    clock.writeDigits(event.time + 900, to: &out)
    out.text("00000000000000000000")
    out.number(event.id, width: 16)
  }

  /// Fills `text` with what is to be embedded as text in something else.
  mutating func embed(_ write: (inout ShapeWriter, inout CorpusBytes) -> Void) {
    var text = CorpusBytes()
    swap(&text, &self.text)
    text.removeAll()
    write(&self, &text)
    swap(&text, &self.text)
  }
}
