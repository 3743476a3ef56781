import Glibc
import LogModel
import LogReporting

/// One `-o FORMAT[:FILE]`.
struct OutputRequest {
  let format: any ReportFormat
  /// Nil is standard output.
  let path: String?

  /// What `--output` wants: a known format, and a file after a colon unless standard output is meant.
  static func parse(_ text: String) throws(Misfit) -> OutputRequest {
    let (name, path) = try split(text)
    guard let format = ReportFormats.named(name) else {
      throw WordText.misfit(
        name, noun: "a known format", plural: "known formats", known: ReportFormats.names)
    }
    return OutputRequest(format: format, path: path)
  }

  /// The name of the format, and the file unless that is standard output.
  static func split(_ text: String) throws(Misfit) -> (name: String, path: String?) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = NativeText.shown(String(parts[0]))
    guard parts.count == 2 else { return (name, nil) }
    guard !parts[1].isEmpty else {
      throw Misfit("names no file", "write FORMAT:FILE, or FORMAT alone for standard output")
    }
    return (name, parts[1] == "-" ? nil : String(parts[1]))
  }
}

/// A file that exists, told by device and inode, or a path of one that does not.
enum FileIdentity: Hashable {
  case file(device: UInt, inode: UInt)
  case path(String)
  case standardOutput

  /// Nil for devices and pipes, which may be written to and read from as often as one likes.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(NativeText.path(path), &status) == 0 else {
      self = .path(FileIdentity.absolute(path))
      return
    }
    self.init(status)
  }

  /// What an input is; `-` is standard input.
  init?(input: [UInt8]) {
    guard input == [UInt8(ascii: "-")] else {
      self.init(path: NativeText.text(of: input))
      return
    }
    var status = stat()
    guard unsafe fstat(STDIN_FILENO, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self = .file(device: status.st_dev, inode: status.st_ino)
  }

  /// The same path for `out`, `./out` and a way through a linked directory.
  private static func absolute(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    guard let real = unsafe realpath(NativeText.path(directory), nil) else { return path }
    defer { unsafe free(real) }
    return unsafe "\(NativeText.text(of: real))/\(parts[parts.count - 1])"
  }
}
