import Glibc

/// The three descriptors that every process starts with, unless its parent closed them.
enum StandardDescriptors {
  /// Puts `/dev/null` where a standard descriptor is closed, so that no file of ours becomes one.
  ///
  /// Each is opened for the direction it is not used in: reading a closed standard input and writing
  /// to a closed standard output still end in an error instead of in silence.
  static func fill() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      let direction = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      // The lowest free number is taken, which is this one: those below it are open by now.
      _ = unsafe open("/dev/null", direction)
    }
  }

  /// Whether standard input was closed at the start, or cannot be read for another reason.
  static var cannotReadInput: Bool {
    let flags = fcntl(STDIN_FILENO, F_GETFL)
    return flags == -1 || flags & O_ACCMODE == O_WRONLY
  }

  /// Makes a write to a closed pipe, or past the largest size of a file, an error code instead of the death of
  /// the process.
  static func ignoreFailedWrites() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }
}
