/// One trouble in a corpus: what, when, and at which tenants.
package struct CorpusIncident: Sendable {
  package let kind: IncidentKind
  /// In milliseconds since 1970; the end is not part of it.
  package let times: Range<Int>
  /// Nil for all tenants.
  let tenants: Set<Int>?
  package let tenantNames: [String]
  let size: Double

  func hits(_ tenant: Int) -> Bool { tenants?.contains(tenant) ?? true }

  /// Whether it is in its second half, when limits have been reached.
  func isLate(at time: Int) -> Bool { time - times.lowerBound > times.count / 2 }

  /// Gives each request its time and its tenants: large ones, and no tenant twice while there are others.
  static func schedule(
    _ requests: [IncidentRequest], plan: CorpusPlan, population: TenantPopulation,
    using random: inout CorpusRandom
  ) -> [CorpusIncident] {
    var free = Array(population.tenants.indices.prefix(24))
    return requests.enumerated().map { number, request in
      let span = plan.end - plan.start
      // Spread over the time, and never so late that nothing of it is left.
      let share = (Double(number) + 0.2 + 0.4 * random.unit()) / Double(requests.count)
      let offset = request.offset ?? (request.kind == .appResigned ? 0 : Int(share * Double(span)))
      // On the minute, as the ceremonies are made.
      let start = plan.start + offset - offset % 60_000
      let end = min(start + request.kind.minutes * 60_000, plan.end)
      let targets = request.targets ?? (request.kind.isEverywhere ? .all : .count(1))
      var chosen: Set<Int>?
      switch targets {
      case .all: chosen = nil
      case .named(let name):
        chosen = Set(
          population.tenants.indices.filter { population.tenants[$0].name == Array(name.utf8) })
      case .count(let count):
        var set: Set<Int> = []
        while set.count < min(count, population.tenants.count) {
          if free.isEmpty { free = population.tenants.indices.filter { !set.contains($0) } }
          set.insert(free.remove(at: random.below(free.count)))
        }
        chosen = set
      }
      let names = chosen.map { $0.sorted() }?.map {
        String(decoding: population.tenants[$0].name, as: UTF8.self)
      }
      return CorpusIncident(
        kind: request.kind, times: start..<max(start, end), tenants: chosen,
        tenantNames: names ?? ["*"], size: request.size)
    }
  }

  /// What `--incidents-out` writes: a line for each tenant and code, `*` for all tenants.
  package static func csv(_ incidents: [CorpusIncident]) -> CorpusBytes {
    var out = CorpusBytes()
    var clock = CorpusClock()
    out.text("kind,start,end,tenant,code,severity\n")
    for incident in incidents {
      for tenant in incident.tenantNames {
        for (code, severity) in incident.kind.codes {
          out.text(incident.kind.rawValue)
          out.byte(0x2C)
          clock.write(incident.times.lowerBound, .seconds, to: &out)
          out.byte(0x2C)
          clock.write(incident.times.upperBound, .seconds, to: &out)
          out.byte(0x2C)
          out.text(tenant)
          out.byte(0x2C)
          out.text(code.text)
          out.byte(0x2C)
          out.text(severity ?? "")
          out.byte(0x0A)
        }
      }
    }
    return out
  }
}
