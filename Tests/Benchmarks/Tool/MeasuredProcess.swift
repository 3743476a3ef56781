import Glibc

/// Runs one program and writes what it took: the part of `logstat-bench` that must stay small.
///
/// A new process has the high-water mark of the one that started it until it has more of its own
/// (execve(2) does not take it back). So programs are started by a fresh `logstat-bench` that has not
/// done anything yet, and whose few megabytes are the least that can be told.
enum MeasuredProcess {
  /// The hidden first argument.
  static let command = "measure-one"

  /// Takes where to write the result, where the program's output goes, and the program with its arguments.
  static func main(_ arguments: [String]) -> Never {
    guard arguments.count >= 3 else { exit(64) }
    let input = unsafe open("/dev/null", O_RDONLY)
    let output = unsafe open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let result = unsafe open(arguments[0], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard input >= 0, output >= 0, result >= 0 else { exit(74) }
    _ = dup2(input, 0)
    _ = dup2(output, 1)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe []
    for argument in arguments.dropFirst(2) { unsafe words.append(strdup(argument)) }
    unsafe words.append(nil)
    let start = now()
    var child: pid_t = 0
    let failure = unsafe posix_spawnp(&child, arguments[2], nil, nil, words, environ)
    guard failure == 0 else { exit(71) }
    var status: Int32 = 0
    var usage = rusage()
    guard unsafe wait4(child, &status, 0, &usage) == child else { exit(71) }
    let wall = now() - start
    let cpu = nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime)
    // The low seven bits are the signal that ended it; exit statuses lie above.
    let end = status & 0x7F == 0 ? Int(status >> 8) & 0xFF : -1
    let text = "\(wall) \(cpu) \(usage.ru_maxrss * 1_024) \(end)\n"
    let bytes = Array(text.utf8)
    let written = unsafe bytes.withUnsafeBytes { unsafe write(result, $0.baseAddress, $0.count) }
    exit(written == bytes.count ? 0 : 74)
  }

  private static func now() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func nanoseconds(_ time: timeval) -> Int {
    time.tv_sec * 1_000_000_000 + Int(time.tv_usec) * 1_000
  }
}
