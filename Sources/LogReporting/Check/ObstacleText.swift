import LogModel

/// The words for what kept `check` from judging.
package enum ObstacleText {
  package static func words(for obstacle: Obstacle) -> String {
    switch obstacle {
    case .inputUnopenable: "an input cannot be opened"
    case .dataDamaged: "an input is damaged, cut or not what it should be"
    case .noInput: "there is no input"
    case .noTime: "no record has a time that can be judged"
    case .noRules: "there is no rule to judge by"
    case .tooManyGroups: "there are more groups than --max-groups allows"
    case .interrupted: "it was stopped before the end"
    case .internalError: "the counts do not add up, which is a bug of this tool"
    }
  }

  package static func words(for obstacles: [Obstacle]) -> String {
    obstacles.map(words).joined(separator: "; ")
  }
}
