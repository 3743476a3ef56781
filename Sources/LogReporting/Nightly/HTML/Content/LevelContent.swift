import LogModel

/// How the user can recover from a code, as a word with its style.
struct LevelContent {
  let word: String
  let style: String

  init(_ level: RecoveryLevel) {
    word = level == .unknown ? "level unknown" : level.name
    style = level.name
  }
}
