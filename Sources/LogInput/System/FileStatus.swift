import Glibc

/// What the system knows about a file without reading it.
struct FileStatus {
  enum Kind {
    case regular
    case directory
    case symbolicLink
    /// A pipe, a socket or a device.
    case other
  }

  /// What stays the same under all names of a file.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// In bytes; meaningful for regular files only.
  let size: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
  }
}
