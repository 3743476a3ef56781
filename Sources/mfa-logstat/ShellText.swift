/// Command lines as a shell would take them.
enum ShellText {
  /// The program with these words.
  static func command(_ words: [String]) -> String {
    (["mfa-logstat"] + words.map(quoted)).joined(separator: " ")
  }

  /// A word as it is, or between single quotes where a shell would see more in it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          true
        default: plain.contains(byte)
        }
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static let plain = Array("-_./:=,@%+".utf8)
}
