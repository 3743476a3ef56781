import Glibc
import LogModel
import LogReporting
import Testing

struct ProblemTextTests {
  @Test(arguments: [
    (SourceProblem.unopenable(errno: ENOENT), "cannot be opened: no such file"),
    (.unopenable(errno: EACCES), "cannot be opened: permission denied"),
    (.unopenable(errno: 9_999), "cannot be opened: system error 9999"),
    (.isDirectory, "is a directory"),
    (.unsupportedCompression(.zstd), "zstd data, which is not read here"),
    (.readFailed(errno: EIO, byteOffset: 7), "reading failed at byte 7: input/output error"),
    (.truncatedGzip(byteOffset: 1_234), "truncated gzip at byte 1234"),
    (
      .corruptGzip(.badChecksum, byteOffset: 20),
      "corrupt gzip at byte 20: checksum of the data differs"
    ),
    (.trailingBytes(byteOffset: 99), "bytes that are not gzip follow at byte 99"),
  ])
  func `a problem has one stable text`(problem: SourceProblem, text: String) {
    #expect(ProblemText.text(problem) == text)
  }

  @Test func `a hint names what helps`() {
    #expect(ProblemText.hint(.isDirectory) == "use -r to read the files in it")
    #expect(ProblemText.hint(.unsupportedCompression(.xz)) == "pipe it through xz -dc")
    #expect(ProblemText.hint(.unopenable(errno: ENOENT)) == nil)
  }
}
