import Foundation
import Glibc
import LogInput
import LogModel
import Testing

struct InterruptedStreamTests {
  private let directory: TemporaryDirectory
  private let flag = InterruptFlag()

  init() throws { directory = try TemporaryDirectory() }

  /// A named pipe that holds these bytes and never ends, open as long as the handle lives.
  private func openPipe(_ bytes: [UInt8]) throws -> (path: String, writer: FileHandle) {
    let path = directory.path + "/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let writer = FileHandle(fileDescriptor: unsafe open(path, O_RDWR), closeOnDealloc: true)
    try writer.write(contentsOf: Data(bytes))
    return (path, writer)
  }

  private func stream(_ path: String) throws -> ByteStream {
    try ByteStream(opening: InputSource(path: Array(path.utf8)), interrupt: flag)
  }

  private static let log = Array("one\ntwo\n".utf8)

  @Test(arguments: [log, Array(GzipMember(log).bytes.dropLast(4))])
  func `what came before the interrupt is read, and the end is no problem`(bytes: [UInt8]) throws {
    let (path, writer) = try openPipe(bytes)
    let stream = try stream(path)
    var read: [UInt8] = []
    while read.count < InterruptedStreamTests.log.count { read += readOnce(stream, room: 100) }
    #expect(read == InterruptedStreamTests.log)
    #expect(!stream.wasInterrupted)
    flag.raise()
    #expect(readOnce(stream, room: 100) == [])
    #expect(stream.wasInterrupted)
    #expect(stream.problem == nil)
    try writer.close()
  }

  @Test(.timeLimit(.minutes(15)), arguments: [[], Array("\u{1F}".utf8)])
  func `waiting for the first bytes ends, too`(bytes: [UInt8]) throws {
    let (path, writer) = try openPipe(bytes)
    Thread.detachNewThread { [flag] in flag.raise() }
    let stream = try stream(path)
    #expect(drain(stream).problem == nil)
    #expect(stream.wasInterrupted)
    try writer.close()
  }

  @Test(.timeLimit(.minutes(15)))
  func `waiting for somebody to write into a named pipe ends, too`() throws {
    let path = directory.path + "/pipe"
    try #require(unsafe mkfifo(path, 0o600) == 0)
    Thread.detachNewThread { [flag] in flag.raise() }
    #expect(try stream(path).wasInterrupted)
  }

  @Test func `an interrupted list of files is empty`() throws {
    let (path, writer) = try openPipe(Array("a.log\nb.lo".utf8))
    flag.raise()
    let source = InputSource(path: Array(path.utf8))
    #expect(try FileList.paths(readFrom: source, interrupt: flag) == [])
    try writer.close()
  }

  @Test func `a file is read on, since its bytes are there`() throws {
    let path = try directory.write(InterruptedStreamTests.log, to: "log")
    flag.raise()
    let stream = try stream(path)
    #expect(drain(stream).bytes == InterruptedStreamTests.log)
    #expect(!stream.wasInterrupted)
  }
}
