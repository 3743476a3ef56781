import Foundation
import Testing

/// The map of the house names folders, files, types and tests; all of them must be there.
struct ArchitectureTests {
  private let page: String
  /// The manifest and all below `Sources` and `Tests`, folders with a slash at their end.
  private let paths: [String]
  private let sources: String

  init() throws {
    page = try String(
      contentsOf: Tool.packageRoot.appendingPathComponent(
        "Sources/LogPipeline/LogPipeline.docc/Architecture.md"), encoding: .utf8)
    var paths = [Tool.packageRoot.appendingPathComponent("Package.swift").path]
    var sources = ""
    for folder in ["Sources", "Tests"] {
      let root = Tool.packageRoot.appendingPathComponent(folder)
      for case let url as URL in try #require(
        FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
      {
        paths.append(url.path + (url.hasDirectoryPath ? "/" : ""))
        guard url.pathExtension == "swift" else { continue }
        sources += try String(contentsOf: url, encoding: .utf8)
      }
    }
    self.paths = paths
    self.sources = sources
  }

  @Test func `every folder and file that the map names is there`() {
    let named = words.filter { $0.hasSuffix("/") || $0.hasSuffix(".swift") }
    #expect(named.count > 20)
    for name in named {
      let isThere = paths.contains { $0.hasSuffix("/" + name) }
      #expect(isThere, "\(name) is not there")
    }
  }

  @Test func `every type that the map names is declared`() {
    let named = words.filter { $0.wholeMatch(of: /[A-Z][A-Za-z]+/) != nil }
    #expect(named.count > 40)
    let modules = paths.filter { $0.hasSuffix("/") }.compactMap { $0.split(separator: "/").last }
    for name in named where !modules.contains(name[...]) && !Self.foreign.contains(name) {
      #expect(
        ["struct", "enum", "class", "protocol", "typealias"].contains {
          sources.contains("\($0) \(name)")
        }, "\(name) is not declared")
    }
  }

  /// Names of the language.
  private static let foreign: Set<String> = ["String", "Sendable", "Mutex"]

  /// Everything between backquotes, code blocks left out.
  private var words: [String] {
    let prose = page.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { $0.element }.joined()
    return prose.matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
  }
}
