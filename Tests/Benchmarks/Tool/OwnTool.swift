import Foundation

/// The `mfa-logstat` that is measured.
struct OwnTool {
  let path: String
  /// The build for short runs; itself unless another is given.
  var staticPath: String?

  var small: OwnTool { OwnTool(path: staticPath ?? path) }

  /// The command; without `jobs` the program chooses how many threads to start.
  func words(jobs: Int?, _ files: [String]) -> [String] {
    [path, "-q", "-o", "csv"] + (jobs.map { ["--jobs", "\($0)"] } ?? []) + files
  }

  /// Whether it needs no library of Swift.
  var isStatic: Bool { !needs("libswiftCore.so") }

  /// Whether it inflates with ISA-L and not with zlib.
  var usesISAL: Bool { needs("libisal.so") }

  /// Whether the file names this library, as programs do that are linked against it.
  private func needs(_ library: String) -> Bool {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else {
      return false
    }
    return data.range(of: Data(library.utf8)) != nil
  }
}
