import LogInput
import LogModel
import LogTestSupport
import Testing

struct CompressionTests {
  @Test(arguments: [
    ([0x28, 0xB5, 0x2F, 0xFD], CompressionFormat.zstd),
    ([0x28, 0xB5, 0x2F, 0xFD, 0x24, 0x05, 0x29, 0x00], .zstd),
    ([0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0], .zstd),
    ([0x5F, 0x2A, 0x4D, 0x18], .zstd),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], .xz),
    ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .bzip2),
    ([0x42, 0x5A, 0x68, 0x31, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90], .bzip2),
    ([0x50, 0x4B, 0x03, 0x04, 0x14], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0x50, 0x4B, 0x07, 0x08], .zip),
  ])
  func `other compressions are known by their first bytes and refused, by file and by pipe`(
    bytes: [UInt8], format: CompressionFormat
  ) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(bytes, to: "plain.log")
    #expect(throws: InputError(.unsupportedCompression(format))) { try read(path: path) }
    let pipe = try NamedPipe(in: directory, pieces: bytes.indices.map { bytes[$0...$0] })
    #expect(throws: InputError(.unsupportedCompression(format))) { try read(path: pipe.path) }
  }

  @Test(arguments: [
    "", "\n", "{", "P", "PK", "PK\u{3}", "BZh", "BZh9", "BZh9 is not bzip2", "BZh91", "BZh91B",
    "(", "P*M", "\u{1F}", "\u{1F}{", "{\"a\":1}\n", "\u{1F}\u{1F}\u{1F}\u{1F}\u{1F}\u{1F}\u{1F}",
  ])
  func `text that starts like a compression is text`(text: String) throws {
    let directory = try TemporaryDirectory()
    let bytes = Array(text.utf8)
    let path = try directory.write(bytes, to: "log.gz")
    #expect(try read(path: path) == Reading(bytes: bytes, problem: nil))
    let pipe = try NamedPipe(in: directory, pieces: bytes.indices.map { bytes[$0...$0] })
    #expect(try read(path: pipe.path, rooms: [2, 1]) == Reading(bytes: bytes, problem: nil))
  }

  @Test(arguments: [
    (CompressionFormat.gzip, "gzip -dc"), (.zstd, "zstd -dc"), (.xz, "xz -dc"),
    (.bzip2, "bzip2 -dc"), (.zip, "unzip -p"),
  ])
  func `each format names the command that unpacks it`(format: CompressionFormat, command: String) {
    #expect(format.decompressCommand == command)
  }
}
