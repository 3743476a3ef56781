import Glibc
import LogModel

/// Finds the files below a directory, always in the same order.
///
/// What is hidden is left out. A link to a file counts as that file; a link to a directory is not
/// followed, so the walk always ends.
struct DirectoryWalk {
  struct Finding {
    let path: NativePath
    let result: Result<FileStatus, SystemFailure>
  }

  /// Everything found so far, and what could not be looked at.
  private var findings: [Finding] = []
  /// Directories that are still to be read: a list and no recursion, since they may be very deep.
  private var open: [NativePath] = []

  /// The files below `root`, and what could not be read there, by the bytes of their paths.
  static func findings(below root: NativePath) -> [Finding] {
    var walk = DirectoryWalk()
    walk.list(root, flags: 0)
    while let directory = walk.open.popLast() {
      walk.list(directory, flags: O_NOFOLLOW)
    }
    return walk.findings.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
  }

  private mutating func list(_ directory: NativePath, flags: Int32) {
    do throws(SystemFailure) {
      let names = try directory.open(O_DIRECTORY | flags).entryNames()
      for name in names where name.first != UInt8(ascii: ".") {
        add(directory.appending(name))
      }
    } catch {
      findings.append(Finding(path: directory, result: .failure(error)))
    }
  }

  private mutating func add(_ path: NativePath) {
    do throws(SystemFailure) {
      let status = try path.status(followingLink: false)
      switch status.kind {
      case .regular: findings.append(Finding(path: path, result: .success(status)))
      case .directory: open.append(path)
      case .symbolicLink: try addTarget(ofLink: path)
      case .other: break
      }
    } catch {
      findings.append(Finding(path: path, result: .failure(error)))
    }
  }

  private mutating func addTarget(ofLink path: NativePath) throws(SystemFailure) {
    do throws(SystemFailure) {
      let status = try path.status()
      if status.kind == .regular { findings.append(Finding(path: path, result: .success(status))) }
    } catch {
      // A link that leads nowhere or in a circle is no file.
      guard [ENOENT, ENOTDIR, ELOOP].contains(error.code) else { throw error }
    }
  }
}
