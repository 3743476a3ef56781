import Glibc

/// A path as the bytes that the system knows: of any length, in any encoding.
struct NativePath {
  /// The end of a path in one piece, and the directory from which it leads on.
  private struct LastStep: ~Copyable {
    /// Nil for the working directory (or the root, if the path says so).
    let directory: Descriptor?
    let path: [CChar]
  }

  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The path of an entry of the directory that this path names.
  func appending(_ name: [UInt8]) -> NativePath {
    bytes.last == NativePath.slash
      ? NativePath(bytes + name) : NativePath(bytes + [NativePath.slash] + name)
  }

  /// Opens for reading.
  ///
  /// - Parameter flags: Added to those that are always set.
  /// - Returns: The open file, whatever its kind.
  /// - Throws: The system's refusal.
  func open(_ flags: Int32 = 0) throws(SystemFailure) -> Descriptor {
    let step = try lastStep()
    // A terminal that is read as a log must not become the one that controls this process.
    return try Descriptor(
      opening: step.path, in: step.directory, flags: O_RDONLY | O_NOCTTY | flags)
  }

  func status(followingLink: Bool = true) throws(SystemFailure) -> FileStatus {
    let step = try lastStep()
    return try Descriptor.status(
      of: step.path, in: step.directory, followingLink: followingLink)
  }

  /// Walks down until the rest of the path is short enough for one call of the system.
  private func lastStep() throws(SystemFailure) -> LastStep {
    // A zero would end the path for the system, which would then open another file.
    guard !bytes.contains(0) else { throw SystemFailure(code: ENOENT) }
    var directory: Descriptor?
    var rest = bytes[...]
    while rest.count >= NativePath.capacity {
      guard let slash = rest.prefix(NativePath.capacity - 1).lastIndex(of: NativePath.slash),
        slash > rest.startIndex
      else { throw SystemFailure(code: ENAMETOOLONG) }
      directory = try Descriptor(
        opening: NativePath.terminated(rest[..<slash]), in: directory,
        flags: O_RDONLY | O_DIRECTORY)
      rest = rest[slash...].drop { $0 == NativePath.slash }
      if rest.isEmpty { rest = [UInt8(ascii: ".")] }
    }
    return LastStep(directory: directory, path: NativePath.terminated(rest))
  }

  private static func terminated(_ bytes: ArraySlice<UInt8>) -> [CChar] {
    bytes.map { CChar(bitPattern: $0) } + [0]
  }

  private static let slash = UInt8(ascii: "/")
  /// The most bytes that a path has in one call, with the zero behind it.
  private static let capacity = Int(PATH_MAX)
}
