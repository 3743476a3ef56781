import Glibc
import LogModel

/// Finds the files of some logs, rotated ones beside them too, and what of them was not read yet.
package struct LogFinder {
  private let arguments: [[UInt8]]
  private let isRecursive: Bool
  private let known: [ReadPosition]
  private let watched: Set<[UInt8]>
  private let marks: ContentMarks

  /// Takes what was asked for, as `SourceDiscovery` does, and of earlier runs all positions and the paths
  /// for which they looked.
  package init(
    paths: [[UInt8]], isRecursive: Bool, known: [ReadPosition], watched: Set<[UInt8]>,
    marks: ContentMarks = .standard
  ) {
    arguments = paths
    self.isRecursive = isRecursive
    self.known = known
    self.watched = watched
    self.marks = marks
  }

  /// What is to be read.
  ///
  /// When something is missing, everything is looked for once more: a rotation may have gone through
  /// under the eyes of the first look.
  package func plan() -> ReadingPlan {
    var look = Look(self)
    for _ in 0..<LogFinder.patience {
      let plan = look.plan
      guard plan.updates.contains(where: { $0.state == .gone }) || look.hasMissing else {
        return plan
      }
      let next = Look(self)
      if next.names == look.names { return next.plan }
      look = next
    }
    return look.plan
  }

  private static let patience = 5

  /// What one look at the folders shows.
  private struct Look {
    private let finder: LogFinder
    private var files: [LogFile] = []
    private var streams: [InputSource] = []
    private var problems: [Diagnostic] = []
    private var logs: [[UInt8]] = []
    private var seen: Set<FileIdentity> = []
    private(set) var hasMissing = false

    init(_ finder: LogFinder) {
      self.finder = finder
      let discovery = SourceDiscovery(
        paths: finder.arguments, isRecursive: finder.isRecursive
      ).discover()
      problems = discovery.diagnostics
      let paths = discovery.sources.map(\.path)
      for source in discovery.sources {
        guard source.place != .standardInput else {
          streams.append(source)
          continue
        }
        let log = paths.first { Look.isRotation(source.path, of: $0) } ?? source.path
        if log == source.path { logs.append(log) }
        open(source.path, log: log, isGiven: true)
      }
      // A log that is just being rotated has no file for a moment.
      let missing = finder.arguments.filter { finder.watched.contains($0) && !paths.contains($0) }
      hasMissing = !missing.isEmpty
      for log in logs + missing { addSiblings(of: log) }
      logs += missing
    }

    /// To tell whether two looks saw the same.
    var names: [[UInt8]: FileIdentity] {
      Dictionary(files.map { ($0.path, $0.identity) }, uniquingKeysWith: { first, _ in first })
    }

    var plan: ReadingPlan {
      var resolver = RotationResolver(
        known: finder.known, watched: finder.watched, marks: finder.marks)
      resolver.resolve(files, isSoughtFor: isSoughtFor)
      var plan = resolver.plan
      plan.problems = problems.filter { !isAwaited($0, plan) } + plan.problems
      plan.logs = logs
      plan.streams = streams
      return plan
    }

    private func isSoughtFor(_ log: [UInt8]) -> Bool {
      finder.arguments.contains { argument in
        argument == log
          || (finder.isRecursive
            && log.starts(with: argument.last == Look.slash ? argument : argument + [Look.slash]))
      }
    }

    /// Whether a file is missing that was there last time and whose content has got another name: its
    /// successor will come.
    private func isAwaited(_ diagnostic: Diagnostic, _ plan: ReadingPlan) -> Bool {
      guard diagnostic.kind == .problem(.unopenable(errno: ENOENT)), let name = diagnostic.file
      else { return false }
      let position = finder.known.first {
        String(decoding: $0.path, as: UTF8.self) == name && $0.state == .present
          && $0.path == $0.log
      }
      guard let position else { return false }
      let isFound = plan.updates.contains {
        $0.id == position.id && $0.path != position.path && $0.state == .present
      }
      return isFound || plan.readings.contains { $0.position?.id == position.id }
    }

    private mutating func open(_ path: [UInt8], log: [UInt8], isGiven: Bool) {
      do throws(InputError) {
        guard let file = try LogFile.open(path, log: log, isGiven: isGiven) else {
          if isGiven { streams.append(InputSource(path: path)) }
          return
        }
        if seen.insert(file.identity).inserted { files.append(file) }
      } catch {
        guard isGiven else { return }
        problems.append(
          Diagnostic(.problem(error.problem), file: String(decoding: path, as: UTF8.self)))
      }
    }

    private mutating func addSiblings(of log: [UInt8]) {
      let (folder, name) = Look.split(log)
      guard
        let names = try? NativePath(folder.isEmpty ? [UInt8(ascii: ".")] : folder)
          .open(O_DIRECTORY).entryNames()
      else { return }
      for sibling in names.sorted(by: { $0.lexicographicallyPrecedes($1) })
      where RotatedName.isRotation(sibling, of: name) {
        open(folder + sibling, log: log, isGiven: false)
      }
    }

    private static func isRotation(_ path: [UInt8], of log: [UInt8]) -> Bool {
      let (folder, name) = split(path)
      let (logFolder, logName) = split(log)
      return folder == logFolder && RotatedName.isRotation(name, of: logName)
    }

    /// The folder with its slash, empty for the working directory, and the name in it.
    private static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
      let cut = path.lastIndex(of: slash).map { $0 + 1 } ?? 0
      return (Array(path[..<cut]), Array(path[cut...]))
    }

    private static let slash = UInt8(ascii: "/")
  }
}
