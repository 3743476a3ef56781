import LogModel

/// Whether the last line of an input is whole.
enum SourceEnd {
  case whole
  /// Bytes behind the last line feed may be a part of a line.
  case cut

  init(_ problem: SourceProblem?) {
    switch problem {
    case nil, .trailingBytes: self = .whole
    default: self = .cut
    }
  }
}
