import LogModel
import LogReporting

/// What can be said about a code outside the 33, which is less.
struct ForeignCode {
  let code: String
  /// Only where the user's file gives it one.
  let level: RecoveryLevel?
  let meaning: String
  let origin: String

  /// The same form as the blocks of the 33.
  var text: String {
    """
    \(SafeText.escaped(code))
      meaning      \(meaning)
      level        \(levelName)
      source       \(origin)

    """
  }

  var json: String {
    let fields = [("code", code), ("meaning", meaning), ("level", levelName), ("source", origin)]
    return "{" + fields.map { "\"\($0)\":\(ForeignCode.quoted($1))" }.joined(separator: ",") + "}"
  }

  private var levelName: String { (level ?? .unknown).name }

  /// A JSON string (RFC 8259 §7); what is beyond printable ASCII is spelled.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
