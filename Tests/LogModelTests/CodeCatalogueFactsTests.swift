import Foundation
import LogModel
import Testing

/// The catalogue against the tables it was made from, where they lie beside the package.
struct CodeCatalogueFactsTests {
  @Test func `the facts are those of the table of codes`() throws {
    guard let text = sharedText("codes.csv") else { return }
    let rows = records(ofCSV: text)
    let head = try #require(rows.first)
    #expect(rows.count == 34)
    for (entry, row) in zip(CodeCatalogue.entries, rows.dropFirst()) {
      let facts = Dictionary(uniqueKeysWithValues: zip(head, row))
      #expect(facts["code"] == entry.code)
      #expect(facts["level"] == entry.level.name, "\(entry.code)")
      #expect(facts["class"] == entry.remedy.rawValue, "\(entry.code)")
      #expect(facts["category"] == entry.category, "\(entry.code)")
      #expect(facts["channel"] == entry.channel, "\(entry.code)")
      #expect(facts["scope"] == entry.scope.rawValue, "\(entry.code)")
      #expect(facts["http_status"] == entry.httpStatus, "\(entry.code)")
      let own = parts(ofPolicy: entry.defaultPolicy)
      for part in parts(ofPolicy: facts["default_policy"] ?? "") {
        // Ours may ask for a share too, so that a large tenant is not told of what is always there.
        #expect(
          own.contains { own in
            own.severity == part.severity && own.window == part.window
              && own.conditions.isSuperset(of: part.conditions)
              && own.conditions.subtracting(part.conditions).allSatisfy { $0.hasPrefix("share>=") }
          }, "\(entry.code)")
      }
      #expect(facts["remediation"] != entry.advice, "\(entry.code)")
      #expect(facts["justification"] != entry.source, "\(entry.code)")
    }
  }

  /// What stands between semicolons: `warning:users>=3&share>=0.005/15m`.
  private func parts(
    ofPolicy policy: String
  ) -> [(severity: String, conditions: Set<String>, window: String)] {
    policy.split(separator: ";").filter { $0 != "info" }.map { part in
      let head = part.split(separator: ":").map(String.init)
      let body = head[1].split(separator: "/").map(String.init)
      return (head[0], Set(body[0].split(separator: "&").map(String.init)), body[1])
    }
  }

  @Test func `the order is the provider's, and no sentence is`() throws {
    guard let text = sharedText("guardian-error-codes.txt") else { return }
    // Two lines of introduction, then a code glued to its sentence on each line.
    let lines = text.split(separator: "\n").dropFirst(2)
    #expect(lines.count == 33)
    for (entry, line) in zip(CodeCatalogue.entries, lines) {
      #expect(line.hasPrefix(entry.code))
      let sentence = line.dropFirst(entry.code.count).lowercased()
      let letters = sentence.filter(\.isLetter)
      for own in [entry.meaning, entry.advice] {
        #expect(!own.lowercased().filter(\.isLetter).contains(letters), "\(entry.code)")
      }
    }
  }

  /// A file of the shared folder beside the package; nil, and a word about it, where there is none.
  private func sharedText(_ name: String) -> String? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = package.appending(path: "../shared/\(name)").standardizedFileURL
    guard FileManager.default.fileExists(atPath: file.path) else {
      print("skipped: there is no ../shared/\(name) beside the package")
      return nil
    }
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      Issue.record("../shared/\(name) cannot be read: \(error)")
      return nil
    }
  }

  /// RFC 4180 as far as the table needs it: no line breaks within cells.
  private func records(ofCSV text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}
