import Testing
import mfa_logstat

struct ExitStatusTests {
  @Test func `of several statuses the one of the contract's order is told`() {
    // In this order: 70, 74, 73, 75, 78, 66, 65.
    let order: [Int32] = [70, 74, 73, 78, 66, 65, 1]
    for index in order.indices {
      let present = order[index...].reversed().compactMap { ExitStatus(rawValue: $0) }
      #expect(present.count == order.count - index)
      #expect(ExitStatus.worst(of: present).rawValue == order[index])
    }
  }

  @Test func `nothing wrong is 0, and an interrupt beats what it caused`() {
    #expect(ExitStatus.worst(of: []).rawValue == 0)
    #expect(ExitStatus.worst(of: [.dataDamaged, .interrupted]).rawValue == 130)
  }
}
