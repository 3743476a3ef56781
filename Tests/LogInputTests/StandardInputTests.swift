import Foundation
import Glibc
import LogInput
import LogModel
import Testing

/// Standard input belongs to the whole process, so these tests take turns.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct StandardInputTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Puts a file in the place of standard input for a while.
  private func withStandardInput<Value>(
    _ path: String, flags: Int32 = O_RDONLY, skipping: Int = 0, _ body: () throws -> Value
  ) throws -> Value {
    let descriptor = unsafe open(path, flags | O_CLOEXEC)
    try #require(descriptor >= 0)
    if skipping > 0 { lseek(descriptor, off_t(skipping), SEEK_SET) }
    let saved = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    dup2(descriptor, STDIN_FILENO)
    close(descriptor)
    defer {
      // Whoever had none keeps a harmless one: closing it would give its number to another file.
      if saved >= 0 {
        dup2(saved, STDIN_FILENO)
        close(saved)
      }
    }
    return try body()
  }

  @Test func `a file is read from where it stands and may be read again`() throws {
    let path = try directory.write(Array("one\ntwo\n".utf8), to: "log")
    let (whole, again, size) = try withStandardInput(path) {
      let stream = try ByteStream(opening: .standardInput)
      return (drain(stream), try read(.standardInput), stream.plainFileSize)
    }
    #expect(whole == Reading(bytes: Array("one\ntwo\n".utf8), problem: nil))
    #expect(again == whole)
    #expect(size == 8)

    let (rest, restSize, total) = try withStandardInput(path, skipping: 4) {
      let stream = try ByteStream(opening: .standardInput)
      return (drain(stream), stream.plainFileSize, stream.totalBytes)
    }
    #expect(rest == Reading(bytes: Array("two\n".utf8), problem: nil))
    #expect(restSize == nil)
    #expect(total == 4)
  }

  @Test func `a pipe that does not block is waited for`() throws {
    let path = directory.path + "/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let isRead = DispatchSemaphore(value: 0)
    let bytes = Array("one\ntwo\n".utf8)
    // Opened for both, so that opening it does not wait for a reader.
    let writer = unsafe open(path, O_RDWR | O_CLOEXEC)
    try #require(writer >= 0)
    let reading = try withStandardInput(path, flags: O_RDONLY | O_NONBLOCK) {
      Thread.detachNewThread {
        for byte in bytes {
          _ = unsafe withUnsafeBytes(of: byte) { unsafe Glibc.write(writer, $0.baseAddress, 1) }
          isRead.wait()
        }
        close(writer)
      }
      let stream = try ByteStream(opening: .standardInput)
      var reading = Reading()
      while true {
        let some = readOnce(stream, room: 100)
        if some.isEmpty { break }
        reading.bytes += some
        for _ in some { isRead.signal() }
      }
      reading.problem = stream.problem
      return reading
    }
    #expect(reading == Reading(bytes: bytes, problem: nil))
  }

  @Test func `a descriptor that cannot be read is refused`() throws {
    #expect(throws: InputError(.unopenable(errno: EBADF))) {
      try withStandardInput("/dev/null", flags: O_WRONLY) { try read(.standardInput) }
    }
    #expect(throws: InputError(.isDirectory)) {
      try withStandardInput(directory.path) { try read(.standardInput) }
    }
  }

  @Test func `standard input is the file that it comes from`() throws {
    let path = try directory.write([], to: "log")
    let discovery = try withStandardInput(path) {
      SourceDiscovery(arguments: ["-", path, "-", "./-"], isRecursive: false).discover()
    }
    #expect(discovery.sources == [.standardInput])
    #expect(
      discovery.diagnostics == [
        Diagnostic(.sameFile(as: "-"), file: path),
        Diagnostic(.sameFile(as: "-"), file: "-"),
        Diagnostic(.problem(.unopenable(errno: ENOENT)), file: "./-"),
      ])
    let reversed = try withStandardInput(path) {
      SourceDiscovery(arguments: [path, "-"], isRecursive: false).discover()
    }
    #expect(reversed.sources.map(\.name) == [path])
    #expect(reversed.diagnostics == [Diagnostic(.sameFile(as: path), file: "-")])
  }

  @Test func `a directory as standard input is told`() throws {
    let discovery = try withStandardInput(directory.path) {
      SourceDiscovery(arguments: ["-"], isRecursive: true).discover()
    }
    #expect(discovery.sources == [])
    #expect(discovery.diagnostics == [Diagnostic(.problem(.isDirectory), file: "-")])
  }
}
