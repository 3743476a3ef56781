import LogReporting
import Testing

struct TextSinkTests {
  private struct Refusal: Error, Equatable {
    let piece: Int
  }

  @Test func `bytes arrive whole and in order, in large pieces`() throws {
    let pieces = Pieces()
    var sizes: [Int] = []
    var sink = TextSink { piece in
      sizes.append(piece.count)
      pieces.bytes += piece
    }
    let line = Array(repeating: UInt8(ascii: "x"), count: 999) + [UInt8(ascii: "\n")]
    for _ in 0..<600 { sink.append(line) }
    sink.append("end\n")
    try sink.finish()
    #expect(sizes == [263_000, 263_000, 74_004])
    #expect(pieces.bytes.count == 600_004)
    #expect(pieces.bytes.suffix(5) == [10, 101, 110, 100, 10])
  }

  @Test func `nothing appended is nothing handed on`() throws {
    var calls = 0
    var sink = TextSink { _ in calls += 1 }
    sink.append("")
    try sink.finish()
    #expect(calls == 0)
  }

  @Test func `the first error is thrown at the end and no piece follows it`() {
    var calls = 0
    var sink = TextSink { _ throws in
      calls += 1
      throw Refusal(piece: calls)
    }
    let piece = [UInt8](repeating: 0, count: TextSink.pieceSize)
    for _ in 0..<3 { sink.append(piece) }
    var refusal: Refusal?
    do {
      try sink.finish()
    } catch {
      refusal = error as? Refusal
    }
    #expect(refusal == Refusal(piece: 1))
    #expect(calls == 1)
  }
}
