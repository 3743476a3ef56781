import Foundation
import LogInput
import LogModel
import LogTestSupport
import Testing

struct GzipReaderTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let payload: String
    var problem: SourceProblem?
  }

  static func member(_ change: (inout GzipMember) -> Void) -> [UInt8] {
    var member = GzipMember("one\ntwo\n")
    change(&member)
    return member.bytes
  }

  static let first = GzipMember("first\n").bytes
  static let good: [Sample] = [
    Sample(testDescription: "bare", bytes: member { _ in }, payload: "one\ntwo\n"),
    Sample(testDescription: "text", bytes: member { $0.isText = true }, payload: "one\ntwo\n"),
    Sample(
      testDescription: "extra", bytes: member { $0.extra = [1, 2, 0, 0, 0] },
      payload: "one\ntwo\n"),
    Sample(testDescription: "empty extra", bytes: member { $0.extra = [] }, payload: "one\ntwo\n"),
    Sample(
      testDescription: "longest extra",
      bytes: member { $0.extra = [UInt8](repeating: 0, count: 65_535) }, payload: "one\ntwo\n"),
    Sample(
      testDescription: "name", bytes: member { $0.name = Array("a.log".utf8) },
      payload: "one\ntwo\n"),
    Sample(testDescription: "empty name", bytes: member { $0.name = [] }, payload: "one\ntwo\n"),
    Sample(
      testDescription: "name longer than any buffer",
      bytes: member { $0.name = [UInt8](repeating: 0x1B, count: 1_000_000) },
      payload: "one\ntwo\n"),
    Sample(
      testDescription: "comment", bytes: member { $0.comment = Array("hi".utf8) },
      payload: "one\ntwo\n"),
    Sample(
      testDescription: "header checksum", bytes: member { $0.headerChecksumError = 0 },
      payload: "one\ntwo\n"),
    Sample(
      testDescription: "everything",
      bytes: member {
        $0.isText = true
        $0.extra = [0x1F, 0x8B, 0]
        $0.name = Array("name".utf8)
        $0.comment = Array("comment".utf8)
        $0.headerChecksumError = 0
      }, payload: "one\ntwo\n"),
    Sample(testDescription: "nothing in it", bytes: GzipMember("").bytes, payload: ""),
    Sample(
      testDescription: "a block per byte", bytes: member { $0.blockSize = 1 },
      payload: "one\ntwo\n"),
    Sample(
      testDescription: "members, one empty",
      bytes: first + GzipMember("").bytes + GzipMember("rest").bytes, payload: "first\nrest"),
    Sample(testDescription: "one zero behind", bytes: first + [0], payload: "first\n"),
    Sample(
      testDescription: "padding", bytes: first + [UInt8](repeating: 0, count: 70_000),
      payload: "first\n"),
  ]

  @Test(arguments: good)
  func `a sound file gives what was put into it`(sample: Sample) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(sample.bytes, to: "log")
    let reading = try read(path: path)
    #expect(reading == Reading(bytes: Array(sample.payload.utf8), problem: nil))
  }

  @Test(.enabled(if: hasGzip, "gzip(1) is not installed"), arguments: good)
  func `gzip reads the same out of a sound file`(sample: Sample) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(sample.bytes, to: "log.gz")
    #expect(try run("gzip", ["-dc", path]).output == Array(sample.payload.utf8))
  }

  /// `first` is 10 + 5 + 6 + 8 = 29 bytes long.
  static let bad: [Sample] = [
    Sample(
      testDescription: "method", bytes: first + member { $0.method = 7 }, payload: "first\n",
      problem: .corruptGzip(.badMethod, byteOffset: 31)),
    Sample(
      testDescription: "flag 5", bytes: first + member { $0.reservedFlags = 0x20 },
      payload: "first\n", problem: .corruptGzip(.reservedFlags, byteOffset: 32)),
    Sample(
      testDescription: "flag 6", bytes: first + member { $0.reservedFlags = 0x40 },
      payload: "first\n", problem: .corruptGzip(.reservedFlags, byteOffset: 32)),
    Sample(
      testDescription: "flag 7", bytes: member { $0.reservedFlags = 0x80 }, payload: "",
      problem: .corruptGzip(.reservedFlags, byteOffset: 3)),
    Sample(
      testDescription: "header checksum",
      bytes: first
        + member {
          $0.name = Array("abc".utf8)
          $0.headerChecksumError = 1
        }, payload: "first\n", problem: .corruptGzip(.badHeaderChecksum, byteOffset: 29 + 14)),
    Sample(
      testDescription: "block type 3", bytes: first + GzipMember("").header + [0b111, 0, 0],
      payload: "first\n", problem: .corruptGzip(.badDeflateData, byteOffset: 29 + 11)),
    Sample(
      testDescription: "length of a stored block",
      bytes: GzipMember("").header + [1, 5, 0, 0xFA, 0xFE] + Array("hello".utf8), payload: "",
      problem: .corruptGzip(.badDeflateData, byteOffset: 15)),
    Sample(
      testDescription: "checksum", bytes: first + member { $0.checksumError = 1 << 24 } + first,
      payload: "first\none\ntwo\n", problem: .corruptGzip(.badChecksum, byteOffset: 29 + 10 + 13)),
    Sample(
      testDescription: "length", bytes: member { $0.lengthError = 1 << 24 } + first,
      payload: "one\ntwo\n", problem: .corruptGzip(.badLength, byteOffset: 10 + 13 + 4)),
    Sample(
      testDescription: "text behind", bytes: first + Array("{}\n{}\n".utf8), payload: "first\n",
      problem: .trailingBytes(byteOffset: 29)),
    Sample(
      testDescription: "text behind padding", bytes: first + [0, 0, 0] + Array("{}\n".utf8),
      payload: "first\n", problem: .trailingBytes(byteOffset: 32)),
    Sample(
      testDescription: "half a magic number", bytes: first + [0x1F], payload: "first\n",
      problem: .trailingBytes(byteOffset: 29)),
    Sample(
      testDescription: "wrong magic number", bytes: first + [0x1F, 0x8C], payload: "first\n",
      problem: .trailingBytes(byteOffset: 29)),
  ]

  @Test(arguments: bad)
  func `what stands before a damage is given and then the damage told with its place`(
    sample: Sample
  ) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(sample.bytes, to: "log")
    let reading = try read(path: path)
    #expect(reading == Reading(bytes: Array(sample.payload.utf8), problem: sample.problem))
  }

  @Test func `a member behind padding is read, too`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.first + [0, 0, 0] + Self.first, to: "log")
    let reading = try read(path: path)
    #expect(reading == Reading(bytes: Array("first\nfirst\n".utf8), problem: nil))
  }

  @Test func `a file may be cut at any byte`() throws {
    var member = GzipMember("second\n")
    member.extra = [7, 7]
    member.name = Array("name".utf8)
    member.comment = Array("comment".utf8)
    member.headerChecksumError = 0
    let whole = Self.first + member.bytes
    let directory = try TemporaryDirectory()
    for length in 0...whole.count {
      let path = try directory.write(Array(whole.prefix(length)), to: "log")
      let reading = try read(path: path)
      // The payload of a stored block is there as far as its bytes are.
      let firstPayload = "first\n".utf8.prefix(max(0, length - 15))
      let secondPayload = "second\n".utf8.prefix(max(0, length - 29 - member.header.count - 5))
      let problem: SourceProblem? =
        switch length {
        case 0, 29, whole.count: nil
        case 1: nil  // one byte 0x1F may be text
        case 30: .trailingBytes(byteOffset: 29)
        default: .truncatedGzip(byteOffset: length)
        }
      let expected = length == 1 ? [0x1F] : Array(firstPayload) + Array(secondPayload)
      #expect(reading == Reading(bytes: expected, problem: problem), "cut to \(length) bytes")
    }
  }

  @Test func `a hundred thousand blocks and members without a byte cost nothing`() throws {
    var member = GzipMember("end")
    member.emptyBlocks = 100_000
    let directory = try TemporaryDirectory()
    let empty = [[UInt8]](repeating: GzipMember("").bytes, count: 100_000).joined()
    let path = try directory.write(Array(empty) + member.bytes, to: "log")
    #expect(try read(path: path) == Reading(bytes: Array("end".utf8), problem: nil))
  }

  @Test(.timeLimit(.minutes(15)))
  func `a hundred thousand members of a line each are read like one`() throws {
    let line = GzipMember("{\"tenant\":\"acme\"}\n")
    let directory = try TemporaryDirectory()
    let path = try directory.write(
      Array([[UInt8]](repeating: line.bytes, count: 100_000).joined()), to: "log")
    let reading = try read(path: path)
    #expect(reading.problem == nil)
    #expect(reading.bytes.count == 100_000 * line.payload.count)
    #expect(reading.bytes.suffix(line.payload.count) == line.payload[...])
  }

  @Test(.enabled(if: hasGzip, "gzip(1) is not installed"), arguments: UInt64(0)..<12)
  func `what gzip packs comes out whole, by file and by pipe, with any room`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let directory = try TemporaryDirectory()
    var packed: [UInt8] = []
    var payload: [UInt8] = []
    for member in 0..<Int.random(in: 1...4, using: &random) {
      let part = randomText(upTo: 300_000, using: &random)
      let path = try directory.write(part, to: "part-\(member)")
      packed += try run("gzip", ["-c", "-\(Int.random(in: 1...9, using: &random))", path]).output
      payload += part
    }
    let rooms = (0..<5).map { _ in Int.random(in: 1...100_000, using: &random) }
    let path = try directory.write(packed, to: "log")
    let pieces = pieces(of: packed, longest: 5_000, using: &random)
    let pipe = try NamedPipe(in: directory, pieces: pieces)
    let expected = Reading(bytes: payload, problem: nil)
    #expect(try read(path: path, rooms: rooms) == expected)
    #expect(try read(path: pipe.path, rooms: rooms) == expected)
  }

  @Test(.enabled(if: hasGzip, "gzip(1) is not installed"), arguments: UInt64(0)..<60)
  func `a damaged or cut file gives the same by file and by pipe, with any room`(seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    let directory = try TemporaryDirectory()
    let part = randomText(upTo: 40_000, using: &random)
    let partPath = try directory.write(part, to: "part")
    let member = try run("gzip", ["-cn", partPath]).output
    var damaged = member + member
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      // The magic number stays, or else it would be plain text.
      let place = Int.random(in: 2..<damaged.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    if Bool.random(using: &random) {
      damaged = Array((member + member).prefix(Int.random(in: 2..<damaged.count, using: &random)))
    }
    let path = try directory.write(damaged, to: "log")
    let whole = try read(path: path)
    let pipe = try NamedPipe(
      in: directory, pieces: pieces(of: damaged, longest: 60, using: &random))
    #expect(try read(path: pipe.path).agrees(with: whole))
    #expect(try read(path: path, rooms: [1, 7, 300, 2]).agrees(with: whole))
  }

  /// Lines of words that repeat, so that packing finds something to refer back to.
  private func randomText(
    upTo longest: Int, using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    let words = (0..<20).map { _ in
      (0..<Int.random(in: 1...20, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    var text: [UInt8] = []
    let count = Int.random(in: 1...longest, using: &random)
    while text.count < count { text += words[Int.random(in: 0..<20, using: &random)] }
    return text
  }
}
