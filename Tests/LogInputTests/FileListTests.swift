import Glibc
import LogInput
import LogModel
import Testing

struct FileListTests {
  @Test(arguments: [
    ("", []),
    ("a.log", ["a.log"]),
    ("a.log\nb.log\n", ["a.log", "b.log"]),
    ("\n\na.log\n\n\nb.log", ["a.log", "b.log"]),
    ("a.log\r\n\r\nb.log\r\n", ["a.log", "b.log"]),
    ("a\rb\r\r\n", ["a\rb\r"]),  // only the one before the line feed belongs to the line end
    (" a b \n\t\n#c\n-\n", [" a b ", "\t", "#c", "-"]),
    ("a.log\0b.log\0", ["a.log", "b.log"]),
    ("a\nb\0c\r\0\0d", ["a\nb", "c\r", "d"]),
    ("\0", []),
  ])
  func `names end at line feeds, or at zeros if there is one`(content: String, names: [String]) {
    #expect(FileList.names(in: Array(content.utf8)) == names)
    #expect(FileList.paths(in: Array(content.utf8)) == names.map { Array($0.utf8) })
  }

  @Test func `a name that is no UTF-8 keeps its bytes as a path`() {
    #expect(FileList.paths(in: [0x61, 0xFF, 0x0A, 0xFE, 0x0A]) == [[0x61, 0xFF], [0xFE]])
    #expect(FileList.names(in: [0x61, 0xFF, 0x0A]) == ["a\u{FFFD}"])
  }

  @Test func `a list is read whole from where it stands`() throws {
    let directory = try TemporaryDirectory()
    let names = (0..<20_000).map { "directory/file-\($0).log" }
    let list = Array(names.joined(separator: "\n").utf8)
    let source = InputSource(path: Array(try directory.write(list, to: "list").utf8))
    #expect(try FileList.paths(readFrom: source) == names.map { Array($0.utf8) })
  }

  @Test func `a list that is missing or cut is none`() throws {
    let directory = try TemporaryDirectory()
    let missing = InputSource(path: Array((directory.path + "/none").utf8))
    #expect(throws: InputError(.unopenable(errno: ENOENT))) {
      try FileList.paths(readFrom: missing)
    }
    let cut = Array(GzipMember("a\nb\n").bytes.dropLast(3))
    let source = InputSource(path: Array(try directory.write(cut, to: "list").utf8))
    #expect(throws: InputError(.truncatedGzip(byteOffset: cut.count))) {
      try FileList.paths(readFrom: source)
    }
  }
}
