import LogModel
import Testing

struct ThreadTeamTests {
  @Test(arguments: [0, 1, 2, 3, 100], [1, 2, 5])
  func `results come in the order of their numbers`(count: Int, jobs: Int) {
    let squares = ThreadTeam.map(count, jobs: jobs) { number in
      number * number
    }
    #expect(squares == Array((0..<count).map { $0 * $0 }))
  }
}
