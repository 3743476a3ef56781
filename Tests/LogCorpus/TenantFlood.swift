/// One error each of very many tenants: more rows than a report has room for.
package struct TenantFlood: CorpusMaker, Sendable {
  package let truth: CorpusTruth? = nil
  private let tenants: Int
  private var next = 0
  private var clock = CorpusClock()

  package init(tenants: Int) { self.tenants = tenants }

  package mutating func fill(_ out: inout CorpusBytes, upTo count: Int) -> Bool {
    while out.count < count {
      guard next < tenants else { return false }
      out.text("{\"time\":\"")
      // A day from 2026-01-01 on.
      clock.write(1_767_225_600_000 + next % 86_400_000, .milliseconds, to: &out)
      out.text("\",\"level\":\"error\",\"tenant\":\"tenant-")
      out.hex(scrambled(UInt64(next)), digits: 8)
      out.number(next)
      out.text("\",\"user_id\":\"auth0|")
      out.hex(UInt64(next % 1_000), digits: 8)
      out.text("\",\"errorCode\":\"invalid_otp\"}\n")
      next += 1
    }
    return true
  }
}
