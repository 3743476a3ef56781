/// How far a log was read, and what its content is known by.
///
/// Offsets count decompressed bytes. A log keeps its position through every change of name, inode and
/// compression, because it is found again by what it holds: the digest of its first bytes, and that of
/// the bytes before the position.
package struct ReadPosition: Hashable, Sendable {
  /// In the database; nil for one that was never stored.
  package var id: Int64?
  /// The path that was given when the log was found: itself, or the one that it was rotated from.
  package var log: [UInt8]
  /// The path at which the content was found last.
  package var path: [UInt8]
  /// The file that held it then.
  package var file: FileIdentity
  /// Behind the last line that was taken.
  package var offset: Int
  /// How many lines end before it.
  package var lines: Int
  /// SHA-256 of the first 4,096 bytes, or of all before the offset when these are fewer.
  package var head: [UInt8]
  /// SHA-256 of the 256 bytes before the offset, or of all when these are fewer.
  package var tail: [UInt8]
  /// How many bytes there were when the file was looked at last; at least the offset.
  package var size: Int
  /// What a compressed file is known by without decompressing it; nil for a plain one.
  package var packed: PackedFingerprint?
  package var state: ReadState
  /// The position that this file was a copy of, by its id; what is before that one's offset was read
  /// there.
  package var copyOf: Int64?

  package init(
    id: Int64? = nil, log: [UInt8], path: [UInt8], file: FileIdentity, offset: Int, lines: Int,
    head: [UInt8], tail: [UInt8], size: Int, packed: PackedFingerprint? = nil,
    state: ReadState = .present, copyOf: Int64? = nil
  ) {
    self.id = id
    self.log = log
    self.path = path
    self.file = file
    self.offset = offset
    self.lines = lines
    self.head = head
    self.tail = tail
    self.size = size
    self.packed = packed
    self.state = state
    self.copyOf = copyOf
  }
}

/// What has become of a log that was read.
package enum ReadState: Int, Hashable, Sendable {
  /// It was there when it was looked for last.
  case present = 0
  /// It lay beside a log before that was read for the first time, and nobody asked for it.
  case skipped = 1
  /// It was not found any more.
  case gone = 2
}

/// What stays the same under all names of a file, as long as it is not deleted.
package struct FileIdentity: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64

  package init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// What a compressed file is known by: nobody changes one, and the checksum of its content is in it.
package struct PackedFingerprint: Hashable, Sendable {
  /// In compressed bytes.
  package var size: Int
  /// SHA-256 of the first 4,096 and the last 256 compressed bytes.
  package var digest: [UInt8]

  package init(size: Int, digest: [UInt8]) {
    self.size = size
    self.digest = digest
  }
}

/// Lines that were written and can never be read.
package struct ReadGap: Hashable, Sendable {
  /// The path at which the log was found last.
  package var path: [UInt8]
  /// How far it was read.
  package var offset: Int
  /// How many bytes behind that are known to have been there; 0 when nobody can tell.
  package var missing: Int

  package init(path: [UInt8], offset: Int, missing: Int) {
    self.path = path
    self.offset = offset
    self.missing = missing
  }
}
