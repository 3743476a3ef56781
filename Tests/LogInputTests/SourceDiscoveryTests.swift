import Foundation
import Glibc
import LogInput
import LogModel
import Testing

struct SourceDiscoveryTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func discover(_ arguments: [String], isRecursive: Bool = false) -> Discovery {
    SourceDiscovery(arguments: arguments, isRecursive: isRecursive).discover()
  }

  /// The names without the test's directory before them.
  private func names(_ discovery: Discovery) -> [String] {
    discovery.sources.map { $0.name.replacingOccurrences(of: directory.path + "/", with: "") }
  }

  @Test func `files keep the order in which they are given`() throws {
    let paths = try ["b", "a", "c"].map { try directory.write([], to: $0) }
    let discovery = discover(paths)
    #expect(discovery.sources.map(\.name) == paths)
    #expect(discovery.sources.map(\.place) == paths.map { .file(path: $0) })
    #expect(discovery.diagnostics == [])
  }

  @Test func `a directory is unfolded in its place only when that is wished`() throws {
    let first = try directory.write([], to: "z")
    let last = try directory.write([], to: "a")
    let logs = directory.path + "/logs"
    for name in ["logs/b", "logs/a/1", "logs/a-c", "logs/a/.x/2", "logs/.hidden", "logs/a/~"] {
      _ = try directory.write([], to: name)
    }
    let flat = discover([first, logs, last])
    #expect(names(flat) == ["z", "a"])
    #expect(flat.diagnostics == [Diagnostic(.problem(.isDirectory), file: logs)])

    let deep = discover([first, logs, last], isRecursive: true)
    // By the bytes of the whole path: "-" comes before "/".
    #expect(names(deep) == ["z", "logs/a-c", "logs/a/1", "logs/a/~", "logs/b", "a"])
    #expect(deep.diagnostics == [])
    #expect(names(discover([logs + "/"], isRecursive: true)).first == "logs/a-c")
  }

  @Test func `what is hidden is read when it is named`() throws {
    _ = try directory.write([], to: ".hidden/log")
    let file = try directory.write([], to: ".log")
    let discovery = discover([file, directory.path + "/.hidden"], isRecursive: true)
    #expect(names(discovery) == [".log", ".hidden/log"])
  }

  @Test func `a directory without files is told`() throws {
    let empty = try directory.makeDirectory("empty")
    _ = try directory.makeDirectory("empty/below")
    _ = try directory.write([], to: "empty/.hidden")
    let discovery = discover([empty], isRecursive: true)
    #expect(discovery.sources == [])
    #expect(discovery.diagnostics == [Diagnostic(.noFiles, file: empty)])
  }

  @Test func `links to files are read and links to directories are not followed in a walk`() throws
  {
    let target = try directory.write([], to: "outside/log")
    _ = try directory.makeDirectory("logs/below")
    _ = try directory.link("logs/linked", to: target)
    _ = try directory.link("logs/around", to: "..")
    _ = try directory.link("logs/below/self", to: ".")
    _ = try directory.link("logs/nowhere", to: "nothing")
    _ = try directory.link("logs/circle", to: "circle")
    let discovery = discover([directory.path + "/logs"], isRecursive: true)
    #expect(names(discovery) == ["logs/linked"])
    #expect(discovery.diagnostics == [])

    let named = try directory.link("named", to: "outside")
    #expect(names(discover([named], isRecursive: true)) == ["named/log"])
  }

  @Test func `the same file counts once, whatever it is called`() throws {
    let file = try directory.write([], to: "log")
    let hard = directory.path + "/hard"
    try FileManager.default.linkItem(atPath: file, toPath: hard)
    let soft = try directory.link("soft", to: "log")
    let dotted = directory.path + "/./log"
    let discovery = discover([file, hard, soft, dotted, directory.path], isRecursive: true)
    #expect(names(discovery) == ["log"])
    #expect(
      discovery.diagnostics
        == [hard, soft, dotted, hard, file, soft].map {
          Diagnostic(.sameFile(as: file), file: $0)
        })
  }

  @Test func `files with the same content are different files`() throws {
    let paths = try ["a", "b"].map { try directory.write([1], to: $0) }
    #expect(discover(paths).sources.count == 2)
  }

  @Test func `what is missing is told and the others stay`() throws {
    let file = try directory.write([], to: "log")
    let missing = directory.path + "/missing"
    let circle = try directory.link("circle", to: "circle")
    let discovery = discover([missing, circle, "", file])
    #expect(names(discovery) == ["log"])
    #expect(
      discovery.diagnostics == [
        Diagnostic(.problem(.unopenable(errno: ENOENT)), file: missing),
        Diagnostic(.problem(.unopenable(errno: ELOOP)), file: circle),
        Diagnostic(.problem(.unopenable(errno: ENOENT)), file: ""),
      ])
  }

  @Test(.enabled(if: geteuid() != 0, "everything is readable for root"))
  func `what may not be read is told and the others stay`() throws {
    let closed = try directory.write([], to: "logs/closed.log")
    _ = try directory.write([], to: "logs/open.log")
    let locked = try directory.makeDirectory("logs/locked")
    _ = unsafe chmod(closed, 0)
    _ = unsafe chmod(locked, 0)
    defer { _ = unsafe chmod(locked, 0o700) }
    let discovery = discover([directory.path + "/logs", closed], isRecursive: true)
    #expect(names(discovery) == ["logs/open.log"])
    #expect(
      discovery.diagnostics
        == [closed, locked, closed].map {
          Diagnostic(.problem(.unopenable(errno: EACCES)), file: $0)
        })
  }

  @Test(.timeLimit(.minutes(15)))
  func `a pipe is taken without waiting for its writer, but only when it is named`() throws {
    let pipe = directory.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let discovery = discover([pipe, pipe, "/dev/null"])
    #expect(discovery.sources.map(\.name) == [pipe, "/dev/null"])
    #expect(discovery.diagnostics == [Diagnostic(.sameFile(as: pipe), file: pipe)])
    #expect(discover([directory.path], isRecursive: true).sources == [])
  }

  @Test func `names of any bytes are found and opened`() throws {
    let made = try run(
      "sh",
      [
        "-c", "cd \"$1\"; printf x >\"$(printf 'a\\377')\"; printf y >\"$(printf 'a\\376')\"",
        "sh", directory.path,
      ])
    #expect(made.status == 0)
    let found = discover([directory.path], isRecursive: true).sources
    #expect(found.map(\.name) == [directory.path + "/a\u{FFFD}", directory.path + "/a\u{FFFD}"])
    #expect(try found.map { try read($0).bytes } == [[UInt8(ascii: "y")], [UInt8(ascii: "x")]])
    let given = SourceDiscovery(paths: found.map(\.path), isRecursive: false).discover()
    #expect(given.sources == found)
  }

  @Test func `thousands of files and directories deeper than a path may be long are found`() throws
  {
    let name = String(repeating: "d", count: 100)
    let steps = "i=0; while [ $i -lt 60 ]; do mkdir \(name); cd -P \(name); i=$((i+1)); done"
    let many = "i=0; while [ $i -lt 3000 ]; do : >$i; i=$((i+1)); done"
    let made = try run(
      "sh", ["-c", "cd \"$1\"; \(many); \(steps); : >log", "sh", directory.path])
    #expect(made.status == 0)
    let discovery = discover([directory.path], isRecursive: true)
    #expect(discovery.diagnostics == [])
    #expect(discovery.sources.count == 3_001)
    let deepest = try #require(discovery.sources.last)
    #expect(deepest.path.count > 6_000)
    #expect(try read(deepest) == Reading(bytes: [], problem: nil))
  }
}
