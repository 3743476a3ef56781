import Foundation

/// Where the program lies that tests start as a process.
package enum BuiltProducts {
  /// The folder that `LOGSTAT_PRODUCTS` names, to try another build of the same sources with these tests;
  /// else the one in which the tests lie.
  package static let folder: URL =
    ProcessInfo.processInfo.environment["LOGSTAT_PRODUCTS"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
}
