import LogModel
import Testing

struct SourceSummaryTests {
  @Test(arguments: [
    (SourceProblem.unopenable(errno: 13), true), (.isDirectory, true),
    (.unsupportedCompression(.zstd), true), (.readFailed(errno: 5, byteOffset: 4_096), false),
    (.truncatedGzip(byteOffset: 10), false), (.corruptGzip(.badChecksum, byteOffset: 10), false),
    (.trailingBytes(byteOffset: 10), false),
  ])
  func `an input that gave a byte was opened`(problem: SourceProblem, prevented: Bool) {
    #expect(problem.preventedOpening == prevented)
  }
}
