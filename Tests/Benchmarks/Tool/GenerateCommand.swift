import ArgumentParser
import LogCorpus

/// `logstat-bench generate`: writes a corpus, its true counts, and what is wrong in it.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a corpus to standard output or a file.")

  @Option(help: "realistic, dense (a fifth errors, the benchmark) or flood (a tenant a line).")
  var preset = "realistic"
  @Option(help: "Equal seeds give equal bytes.")
  var seed: UInt64 = 1
  @Option(help: "The length: 64M, 1G. Beats --rate.")
  var bytes: String?
  @Option(help: "How many days it covers.")
  var days = 1.0
  @Option(help: "Records a second on average.")
  var rate: Double?
  @Option(help: "How many tenants, by Zipf's law.")
  var tenants: Int?
  @Option(help: "The share of errors among all records, such as 0.02.")
  var errors: Double?
  @Option(help: "The wrapping, or mixed; one of those that --shapes lists.")
  var shape = CorpusShape.auth0Stream.rawValue
  @Flag(help: "List the shapes and the kinds of incident.")
  var shapes = false
  @Option(help: "KIND[@START][:TENANTS][xSIZE], such as push-quota@6h30m:2x3; repeatable.")
  var incident: [String] = []
  @Option(help: "all: one incident of every kind.")
  var incidents: String?
  @Option(help: "Where to write the true counts, as CSV.")
  var truth: String?
  @Option(help: "Where to write what is wrong and when, as CSV.")
  var incidentsOut: String?
  @Option(name: .shortAndLong, help: "Where to write the corpus; standard output without it.")
  var output: String?

  func run() throws {
    if shapes { return list() }
    var out = try OutputFile(output)
    switch preset {
    case "dense":
      var maker = DenseCorpus(
        seed: seed, bytes: try size() ?? 1 << 30, countsTruth: truth != nil)
      try write(&maker, to: &out)
    case "flood":
      var maker = TenantFlood(tenants: tenants ?? 5_000_000)
      try write(&maker, to: &out)
    case "realistic":
      var maker = CorpusGenerator(plan: try plan())
      try write(&maker, to: &out)
      if let incidentsOut {
        var file = try OutputFile(incidentsOut)
        try file.write(CorpusIncident.csv(maker.incidents).bytes)
      }
    default:
      throw ValidationError("unknown preset '\(preset)'; known: realistic, dense, flood")
    }
  }

  private func list() {
    print("shapes: " + (CorpusShape.allCases.map(\.rawValue) + ["mixed"]).joined(separator: " "))
    print("incidents: " + IncidentKind.allCases.map(\.rawValue).joined(separator: " "))
  }

  private func size() throws -> Int? {
    guard let bytes else { return nil }
    guard let size = ByteCount(bytes)?.bytes else {
      throw ValidationError("--bytes '\(bytes)' is not a size; write 1048576, 64M or 1G")
    }
    return size
  }

  private func plan() throws -> CorpusPlan {
    var plan = CorpusPlan(seed: seed)
    plan.days = days
    plan.rate = rate
    plan.bytes = try size()
    if plan.bytes == nil, rate == nil { plan.bytes = 1 << 20 }
    plan.tenants = tenants ?? 150
    plan.errorShare = errors
    plan.countsTruth = truth != nil
    guard days > 0, plan.tenants > 0 else {
      throw ValidationError("--days and --tenants must be more than zero")
    }
    if shape == "mixed" {
      plan.shape = nil
    } else if let known = CorpusShape(rawValue: shape) {
      plan.shape = known
    } else {
      throw ValidationError("unknown shape '\(shape)'; --shapes lists those that are known")
    }
    if let incidents {
      guard incidents == "all" else { throw ValidationError("--incidents takes only 'all'") }
      plan.incidents = IncidentKind.allCases.map { IncidentRequest($0) }
    }
    for text in incident {
      guard let request = IncidentRequest(text) else {
        throw ValidationError("--incident '\(text)' is not KIND[@START][:TENANTS][xSIZE]")
      }
      plan.incidents.append(request)
    }
    return plan
  }

  private func write(_ maker: inout some CorpusMaker, to out: inout OutputFile) throws {
    try out.write(&maker)
    guard let path = truth else { return }
    guard let truth = maker.truth else {
      throw ValidationError("--truth is not kept for --preset \(preset)")
    }
    var file = try OutputFile(path)
    try file.write(truth.csv().bytes)
  }
}
