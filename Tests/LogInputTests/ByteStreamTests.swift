import Foundation
import Glibc
import LogInput
import LogModel
import LogTestSupport
import Testing

struct ByteStreamTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func open(_ path: String) throws -> ByteStream {
    try ByteStream(opening: InputSource(name: path, place: .file(path: path)))
  }

  @Test(arguments: UInt64(0)..<10)
  func `plain bytes come as they are, by file and by pipe, with any room`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 0...200_000, using: &random)
    let bytes =
      [UInt8(ascii: "{")] + (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let rooms = (0..<5).map { _ in Int.random(in: 1...50_000, using: &random) }
    let path = try directory.write(bytes, to: "log")
    let pipe = try NamedPipe(
      in: directory, pieces: pieces(of: bytes, longest: 3_000, using: &random))
    #expect(try read(path: path, rooms: rooms) == Reading(bytes: bytes, problem: nil))
    #expect(try read(path: pipe.path, rooms: rooms) == Reading(bytes: bytes, problem: nil))
  }

  @Test func `a plain file is read from any place on`() throws {
    let stream = try open(try directory.write(Array("0123456789".utf8), to: "log"))
    #expect(stream.plainFileSize == 10)
    stream.seek(to: 7)
    #expect(drain(stream).bytes == Array("789".utf8))
    stream.seek(to: 0)
    #expect(readOnce(stream, room: 2) == Array("01".utf8))
    stream.seek(to: 4)
    #expect(readOnce(stream, room: 2) == Array("45".utf8))
    stream.seek(to: 10)
    #expect(readOnce(stream, room: 2) == [])
    stream.seek(to: 11)
    #expect(readOnce(stream, room: 2) == [])
  }

  @Test func `an empty file gives nothing and has no parts`() throws {
    let stream = try open(try directory.write([], to: "log"))
    #expect(stream.plainFileSize == nil)
    #expect(drain(stream) == Reading(bytes: [], problem: nil))
  }

  @Test func `a file that the kernel makes up is read although it has no size`() throws {
    #expect(try read(path: "/proc/self/status").bytes.starts(with: "Name:".utf8))
  }

  @Test func `progress counts the bytes of the file, not those in it`() throws {
    let member = GzipMember([UInt8](repeating: 65, count: 100_000)).bytes
    let packed = try open(try directory.write(member, to: "packed"))
    #expect(packed.plainFileSize == nil)
    #expect(packed.totalBytes == member.count)
    #expect(packed.consumedBytes == 0)
    _ = drain(packed)
    #expect(packed.consumedBytes == member.count)

    let plain = try open(try directory.write(Array("0123456789".utf8), to: "plain"))
    #expect(plain.totalBytes == 10)
    _ = readOnce(plain, room: 4)
    #expect(plain.consumedBytes == 4)
  }

  @Test func `a pipe has no size and tells how much it gave`() throws {
    let pipe = try NamedPipe(in: directory, pieces: [Array("hello\n".utf8)[...]])
    let stream = try open(pipe.path)
    #expect(stream.plainFileSize == nil)
    #expect(stream.totalBytes == nil)
    _ = drain(stream)
    #expect(stream.consumedBytes == 6)
  }

  @Test(.timeLimit(.minutes(15)), arguments: [false, true])
  func `a line that a live pipe gave is handed out before the next one is written`(
    isPacked: Bool
  ) throws {
    let lines = ["1\n", "second\n"].map { isPacked ? GzipMember($0).bytes : Array($0.utf8) }
    let isFirstRead = DispatchSemaphore(value: 0)
    let pipe = try NamedPipe(in: directory, pieces: lines.map { $0[...] }) { piece in
      if piece == 1 { isFirstRead.wait() }
    }
    let stream = try open(pipe.path)
    var first: [UInt8] = []
    while first.count < 2 { first += readOnce(stream, room: 1_000) }
    isFirstRead.signal()
    #expect(first == Array("1\n".utf8))
    #expect(drain(stream) == Reading(bytes: Array("second\n".utf8), problem: nil))
  }

  @Test func `what is not there, a directory and a circle of links are refused`() throws {
    #expect(throws: InputError(.unopenable(errno: ENOENT))) {
      try open(directory.path + "/nothing")
    }
    #expect(throws: InputError(.isDirectory)) { try open(directory.path) }
    let circle = try directory.link("circle", to: "circle")
    #expect(throws: InputError(.unopenable(errno: ELOOP))) { try open(circle) }
    #expect(throws: InputError(.unopenable(errno: ENOENT))) { try open("") }
    #expect(throws: InputError(.unopenable(errno: ENOENT))) { try open("/dev/null\0log") }
  }

  @Test func `a file that opens and cannot be read is refused`() throws {
    // Address 0 of this process is never mapped.
    #expect(throws: InputError(.unopenable(errno: EIO))) { try open("/proc/self/mem") }
  }

  @Test func `a path longer than the system takes at once is opened`() throws {
    let name = String(repeating: "d", count: 200)
    var path = directory.path
    // Made step by step from inside, as no call takes the whole path.
    try makeDeepFile(name, depth: 30)
    for _ in 0..<30 { path += "/" + name }
    #expect(path.utf8.count > 6_000)
    #expect(try read(path: path + "/log").bytes == Array("deep\n".utf8))
    #expect(try read(path: path + "///log").bytes == Array("deep\n".utf8))
    #expect(throws: InputError(.isDirectory)) { try open(path + "/") }
    #expect(throws: InputError(.unopenable(errno: ENAMETOOLONG))) {
      try open(directory.path + "/" + String(repeating: "x", count: 5_000))
    }
  }

  @Test(arguments: [4_090, 4_095, 4_096, 4_097, 8_192, 20_000])
  func `a path may be stretched to any length by slashes`(length: Int) throws {
    let path = try directory.write(Array("here\n".utf8), to: "log")
    let slashes = String(repeating: "/", count: length - path.utf8.count + 1)
    #expect(try read(path: directory.path + slashes + "log").bytes == Array("here\n".utf8))
    #expect(throws: InputError(.isDirectory)) { try open(directory.path + slashes + "///") }
  }

  @Test func `the descriptor is not handed to other programs and closed with the stream`() throws {
    let path = try directory.write(GzipMember("x").bytes, to: "log")
    do {
      let stream = try open(path)
      let descriptors = try descriptors(of: path)
      #expect(descriptors.count == 1)
      for descriptor in descriptors {
        #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC == FD_CLOEXEC)
      }
      _ = drain(stream)
    }
    #expect(try descriptors(of: path) == [])
    #expect(throws: InputError(.isDirectory)) { try open(directory.path) }
    #expect(try descriptors(of: directory.path) == [])
  }

  /// The open descriptors of this process that lead to a file.
  private func descriptors(of path: String) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { name in
      let target = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/fd/" + name)
      return target == path
    }.compactMap { Int32($0) }
  }

  private func makeDeepFile(_ name: String, depth: Int) throws {
    let steps = (0..<depth).map { _ in "mkdir \(name); cd -P \(name)" }.joined(separator: "; ")
    let made = try run(
      "sh", ["-c", "cd \"$1\"; \(steps); printf 'deep\\n' >log", "sh", directory.path])
    #expect(made.status == 0)
  }
}
