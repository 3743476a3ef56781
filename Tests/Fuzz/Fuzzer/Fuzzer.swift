import CLibFuzzer
import Glibc
import LogFuzzing
import Synchronization

/// Has libFuzzer search one target, named by the environment; its own options are those of libFuzzer.
@main
enum Fuzzer {
  private static let target = Mutex(chosenTarget())

  static func main() {
    // The package manager gives every program a `main` of its own, so libFuzzer's is not there.
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { start, count in
      let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
      if let complaint = Fuzzer.target.withLock({ $0.complaint(about: input) }) {
        Fuzzer.tell("finding: " + complaint)
        // The end of the process makes libFuzzer keep the input.
        abort()
      }
      return 0
    }
    exit(status)
  }

  private static func chosenTarget() -> any FuzzTarget {
    let name = unsafe getenv("LOGSTAT_FUZZ").map { unsafe String(cString: $0) } ?? ""
    guard let chosen = FuzzTargets.named(name) else {
      let names = FuzzTargets.all.map { $0.name }.joined(separator: " ")
      tell("LOGSTAT_FUZZ is '\(name)', none of: \(names)")
      exit(64)
    }
    return chosen.init()
  }

  private static func tell(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
  }
}
