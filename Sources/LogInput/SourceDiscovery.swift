import Glibc
import LogModel

/// Turns the arguments of a command line into inputs: each file once, directories unfolded.
package struct SourceDiscovery: Sendable {
  private let arguments: [[UInt8]]
  private let isRecursive: Bool

  package init(arguments: [String], isRecursive: Bool) {
    self.init(paths: arguments.map { Array($0.utf8) }, isRecursive: isRecursive)
  }

  /// Takes arguments as bytes, for names that are no UTF-8.
  package init(paths: [[UInt8]], isRecursive: Bool) {
    arguments = paths
    self.isRecursive = isRecursive
  }

  /// Looks at all arguments in their order; what is in a directory takes its place, by path.
  ///
  /// Nothing is read, and only regular files are tried whether they open: opening a pipe would
  /// wait for its writer, opening a device may do something.
  package func discover() -> Discovery {
    var search = Search()
    for argument in arguments {
      if argument == [UInt8(ascii: "-")] {
        search.addStandardInput()
      } else {
        search.add(NativePath(argument), isRecursive: isRecursive)
      }
    }
    return Discovery(
      sources: search.sources, diagnostics: search.diagnostics, totalBytes: search.totalBytes)
  }
}

/// What became of the arguments: inputs to read, and what the user should know about the others.
package struct Discovery: Sendable {
  package let sources: [InputSource]
  package let diagnostics: [Diagnostic]
  /// The bytes of all sources as they lie there; nil when there is a stream among them.
  package let totalBytes: Int?

  package init(sources: [InputSource], diagnostics: [Diagnostic], totalBytes: Int? = nil) {
    self.sources = sources
    self.diagnostics = diagnostics
    self.totalBytes = totalBytes
  }
}

/// The inputs found so far.
private struct Search {
  var sources: [InputSource] = []
  var diagnostics: [Diagnostic] = []
  /// Nil once a stream was found.
  var totalBytes: Int? = 0
  /// Under which name each file was first given.
  private var names: [FileStatus.Identity: String] = [:]

  mutating func addStandardInput() {
    let source = InputSource.standardInput
    do throws(SystemFailure) {
      let status = try Descriptor.standardInput.status()
      if status.kind == .directory {
        tell(.isDirectory, of: source)
      } else {
        add(source, status)
      }
    } catch {
      tell(.unopenable(errno: error.code), of: source)
    }
  }

  mutating func add(_ path: NativePath, isRecursive: Bool) {
    let source = InputSource(path: path.bytes)
    do throws(SystemFailure) {
      let status = try path.status()
      guard status.kind == .directory else {
        try add(file: path, status)
        return
      }
      guard isRecursive else {
        tell(.isDirectory, of: source)
        return
      }
      let findings = DirectoryWalk.findings(below: path)
      if findings.isEmpty { diagnostics.append(Diagnostic(.noFiles, file: source.name)) }
      for finding in findings { add(finding) }
    } catch {
      tell(.unopenable(errno: error.code), of: source)
    }
  }

  private mutating func add(_ finding: DirectoryWalk.Finding) {
    do throws(SystemFailure) {
      try add(file: finding.path, try finding.result.get())
    } catch {
      tell(.unopenable(errno: error.code), of: InputSource(path: finding.path.bytes))
    }
  }

  private mutating func add(file path: NativePath, _ status: FileStatus) throws(SystemFailure) {
    // Opening is the only sure test: rights may come from lists and capabilities, too. It does not
    // wait even if a pipe took the file's place meanwhile.
    if status.kind == .regular && names[status.identity] == nil {
      _ = try path.open(O_NONBLOCK)
    }
    add(InputSource(path: path.bytes), status)
  }

  private mutating func add(_ source: InputSource, _ status: FileStatus) {
    if let first = names[status.identity] {
      diagnostics.append(Diagnostic(.sameFile(as: first), file: source.name))
    } else {
      names[status.identity] = source.name
      sources.append(source)
      totalBytes = status.kind == .regular ? totalBytes.map { $0 + status.size } : nil
    }
  }

  private mutating func tell(_ problem: SourceProblem, of source: InputSource) {
    diagnostics.append(Diagnostic(.problem(problem), file: source.name))
  }
}
