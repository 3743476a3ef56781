import LogModel
import LogReporting

/// What can be said about a code outside the 33, which is less.
struct ForeignCode {
  let code: String
  /// Unknown unless the user's file says otherwise.
  let level: RecoveryLevel
  let meaning: String
  let source: String

  /// The same form as the blocks of the 33.
  func text(options: RenderOptions) -> String {
    let facts = [
      ExplainBlock.Fact("meaning", meaning), ExplainBlock.Fact("level", level),
      ExplainBlock.Fact("source", source),
    ]
    return ExplainBlock(code: code, facts: facts, options: options).text
  }

  var json: String {
    ExplainFormat.object(code: code, meaning: meaning, level: level, source: source)
  }
}
