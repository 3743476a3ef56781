import LogCorpus
import Testing

/// Corpora are what their plans say, the same on every machine.
struct CorpusGeneratorTests {
  private func plan(seed: UInt64, bytes: Int = 100_000) -> CorpusPlan {
    var plan = CorpusPlan(seed: seed)
    plan.bytes = bytes
    plan.countsTruth = true
    return plan
  }

  @Test(arguments: [
    (CorpusShape.auth0Stream, UInt64(1), "e250a8dfdfe52b2c"), (.auth0Stream, 2, "bb28ea6d81587b6a"),
    (.cri, 1, "2c2f1b725a92bb9f"),
    (nil, 1, "4af16c827ea4c31"),
  ])
  func `a seed gives the same bytes for ever`(
    shape: CorpusShape?, seed: UInt64, expected: String
  ) {
    var plan = plan(seed: seed)
    plan.shape = shape
    plan.incidents = IncidentKind.allCases.map { IncidentRequest($0) }
    var generator = CorpusGenerator(plan: plan)
    #expect(fingerprint(generator.all()) == expected)
  }

  @Test func `pieces make up the whole`() {
    var whole = CorpusGenerator(plan: plan(seed: 5))
    var pieces = CorpusGenerator(plan: plan(seed: 5))
    var bytes: [UInt8] = []
    var piece = CorpusBytes()
    var hasMore = true
    while hasMore {
      hasMore = pieces.fill(&piece, upTo: 1_000)
      bytes += piece.bytes
      piece.removeAll()
    }
    #expect(bytes == whole.all())
  }

  @Test(arguments: CorpusShape.allCases)
  func `it has the bytes that are asked for, to the end of a line`(shape: CorpusShape) {
    var plan = plan(seed: 3, bytes: 50_000)
    plan.shape = shape
    var generator = CorpusGenerator(plan: plan)
    let bytes = generator.all()
    #expect(bytes.last == 0x0A)
    // The longest line has twenty events of less than two kilobytes.
    #expect((50_000..<90_000).contains(bytes.count))
  }

  @Test func `a rate makes so many records a second`() throws {
    var plan = CorpusPlan(seed: 4)
    plan.rate = 2
    plan.days = 0.1
    plan.countsTruth = true
    var generator = CorpusGenerator(plan: plan)
    _ = generator.all()
    let records = try #require(generator.truth).records
    #expect((13_000..<23_000).contains(records))
  }

  @Test func `records that come twice have an id twice`() throws {
    var plan = plan(seed: 6, bytes: 600_000)
    plan.shape = .auth0Flat
    plan.duplicateShare = 0.05
    var generator = CorpusGenerator(plan: plan)
    let lines = generator.all().split(separator: 0x0A)
    let ids = lines.map { line in
      String(decoding: line, as: UTF8.self).split(separator: "\"_id\":\"")[1].prefix(56)
    }
    let repeated = ids.count - Set(ids).count
    #expect(repeated > 10)
    #expect(try #require(generator.truth).duplicates == repeated)
  }

  @Test func `some records are late, and none by more than half an hour`() {
    var plan = plan(seed: 8, bytes: 500_000)
    plan.shape = .cri
    plan.days = 0.1
    var generator = CorpusGenerator(plan: plan)
    // Times of one length are ordered as their bytes are.
    let times = generator.all().split(separator: 0x0A).map {
      String(decoding: $0.prefix(23), as: UTF8.self)
    }
    #expect(zip(times, times.dropFirst()).contains { $0 > $1 })
    #expect(times != times.sorted())
  }

  @Test(arguments: [0.01, 0.05])
  func `about as many records are errors as are asked for`(share: Double) throws {
    var plan = plan(seed: 9, bytes: 2_000_000)
    plan.errorShare = share
    var generator = CorpusGenerator(plan: plan)
    _ = generator.all()
    let truth = try #require(generator.truth)
    let found = Double(truth.errors) / Double(truth.records)
    #expect((share * 0.7..<share * 1.4).contains(found), "\(found)")
  }

  @Test(arguments: [UInt64(1)])
  func `a dense corpus has the density of the benchmark`(seed: UInt64) throws {
    var corpus = DenseCorpus(seed: seed, bytes: 1_000_000, countsTruth: true)
    #expect((1_000_000..<1_001_000).contains(corpus.all().count))
    let truth = try #require(corpus.truth)
    #expect((1_400..<1_750).contains(truth.records))
    #expect((230..<400).contains(truth.errors))
  }

  @Test func `a flood has a tenant a line`() {
    var flood = TenantFlood(tenants: 1_000)
    let tenants = flood.all().split(separator: 0x0A).map { line in
      String(decoding: line, as: UTF8.self).split(separator: "\"tenant\":\"")[1].prefix {
        $0 != "\""
      }
    }
    #expect(Set(tenants).count == 1_000)
  }
}
