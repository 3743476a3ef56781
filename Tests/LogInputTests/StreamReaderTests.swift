import Foundation
import Glibc
import LogInput
import LogModel
import LogTestSupport
import Testing

/// Another thread that reads ahead changes nothing of what is read.
struct StreamReaderTests {
  @Test(.timeLimit(.minutes(15)), arguments: GzipReaderTests.good + GzipReaderTests.bad)
  func `bytes, end and problem are the same when they are read ahead`(
    sample: GzipReaderTests.Sample
  ) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(sample.bytes, to: "log")
    let expected = Reading(bytes: Array(sample.payload.utf8), problem: sample.problem)
    for turn in 0...2 {
      #expect(try readAhead(path: path, from: turn) == expected)
      #expect(try readAhead(path: path, from: turn, rooms: [1, 3]) == expected)
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: GzipVector.all)
  func `so are those of the files beside the project`(vector: GzipVector) throws {
    let whole = try read(path: vector.path)
    for (turn, rooms) in [(0, [5_000, 1, 200_000]), (3, [100])] {
      #expect(try readAhead(path: vector.path, from: turn, rooms: rooms).agrees(with: whole))
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: UInt64(0)..<24)
  func `many blocks come in order, whatever the room and the moment`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let directory = try TemporaryDirectory()
    let lines = (0..<Int.random(in: 1...250_000, using: &random)).map { "line \($0)\n" }
    let payload = Array(lines.joined().utf8)
    var packed = member(payload)
    var expected = Reading(bytes: payload, problem: nil)
    if seed % 3 == 1 {
      // What a stored block holds is there as far as its bytes are.
      packed.removeLast(8 + Int.random(in: 0..<min(payload.count, 60_000), using: &random))
      expected = try read(path: try directory.write(packed, to: "cut"))
      #expect(expected.problem == .truncatedGzip(byteOffset: packed.count))
      #expect(payload.starts(with: expected.bytes))
    }
    let path = try directory.write(packed, to: "log")
    let rooms = (0..<5).map { _ in Int.random(in: 1_000...700_000, using: &random) }
    let turn = Int.random(in: 0...4, using: &random)
    #expect(try readAhead(path: path, from: turn, rooms: rooms) == expected)
    let pipe = try NamedPipe(
      in: directory, pieces: pieces(of: packed, longest: 150_000, using: &random))
    #expect(try readAhead(path: pipe.path, from: turn, rooms: rooms) == expected)
  }

  @Test(.timeLimit(.minutes(15)), arguments: [0, 1, 3])
  func `who reads ahead comes back when nobody wants more`(reads: Int) throws {
    let payload = [UInt8](repeating: 0x61, count: 4_000_000)
    let directory = try TemporaryDirectory()
    let source = InputSource(path: Array(try directory.write(member(payload), to: "log").utf8))
    var reader = StreamReader(try ByteStream(opening: source))
    let thread = letAnotherThreadRead(&reader)
    var count = 0
    for _ in 0..<reads { count += readOnce(&reader, room: 300_000).count }
    reader.stop()
    thread.wait()
    while case let bytes = readOnce(&reader, room: 300_000), !bytes.isEmpty { count += bytes.count }
    let (problem, wasInterrupted) = (reader.problem, reader.wasInterrupted)
    #expect(wasInterrupted)
    #expect(problem == nil)
    // Four blocks, one of which may have gone round for each read.
    #expect(count <= (4 + reads) * 256 * 1_024)
  }

  @Test(.timeLimit(.minutes(15)))
  func `an interrupt ends the wait for a quiet pipe, and what came before is read`() throws {
    let flag = InterruptFlag()
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let writer = FileHandle(fileDescriptor: unsafe open(path, O_RDWR), closeOnDealloc: true)
    try writer.write(contentsOf: Data(GzipMember("one\ntwo\n").bytes.dropLast(4)))
    var reader = StreamReader(
      try ByteStream(opening: InputSource(path: Array(path.utf8)), interrupt: flag))
    let thread = letAnotherThreadRead(&reader)
    var read: [UInt8] = []
    while read.count < 8 { read += readOnce(&reader, room: 100) }
    flag.raise()
    #expect(readOnce(&reader, room: 100) == [])
    #expect(read == Array("one\ntwo\n".utf8))
    let (problem, wasInterrupted) = (reader.problem, reader.wasInterrupted)
    #expect(wasInterrupted)
    #expect(problem == nil)
    thread.wait()
    try writer.close()
  }

  /// A sound member with a checksum that is not ours and quick to make.
  private func member(_ payload: [UInt8]) -> [UInt8] {
    let member = GzipMember(payload)
    return member.header + member.body + littleEndian(quickChecksum(of: payload))
      + littleEndian(UInt32(payload.count))
  }

  /// CRC-32 by a table of remainders (RFC 1952, 8).
  private func quickChecksum(of bytes: [UInt8]) -> UInt32 {
    var table: [UInt32] = []
    for byte in UInt32(0)..<256 {
      var remainder = byte
      for _ in 0..<8 {
        let isOdd = remainder & 1 == 1
        remainder >>= 1
        if isOdd { remainder ^= 0xEDB8_8320 }
      }
      table.append(remainder)
    }
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder = table[Int((remainder ^ UInt32(byte)) & 0xFF)] ^ remainder >> 8
    }
    return ~remainder
  }
}
