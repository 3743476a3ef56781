import LogModel

/// Lines that Docker and CRI cut into parts, until their last part comes.
///
/// What a line adds can be taken back as long as the line may still turn out to be malformed. Only so
/// many lines are open at a time; the oldest is closed for a new one, so that memory stays bounded
/// whatever names of streams a log invents.
final class PartJoiner {
  /// What has come of one line.
  struct Parts {
    var text: [UInt8] = []
    /// Of the first part; its line is counted from the start of the input.
    var facts: LineFacts
    /// Counts up with each line that is begun.
    var number = 0
  }

  private enum Step {
    case began(stream: [UInt8])
    case grew(stream: [UInt8], from: Int)
    case took(stream: [UInt8], Parts)
  }

  static let openLimit = 1_024
  static let byteLimit = 64 << 20

  /// By the name of the stream, with a byte before it for the kind of wrapper.
  private var open: [[UInt8]: Parts] = [:]
  /// The streams of the open lines and of some that are closed, the oldest first.
  private var order: [(number: Int, stream: [UInt8])] = []
  private var oldest = 0
  private var begun = 0
  private var byteCount = 0
  private var steps: [Step] = []
  /// Lines of the input before the batch at hand.
  private var linesBefore = 0

  /// Whether no line is open.
  ///
  /// Kept beside `open`, because it is asked for with every line, and asking a dictionary that is changed
  /// in place took 4 % of a run: each time the runtime makes sure that nobody changes it meanwhile.
  private(set) var isEmpty = true
  /// Whether nothing that was added may still be taken back.
  private(set) var isSettled = true

  func isOpen(_ stream: [UInt8]) -> Bool { open[stream] != nil }

  /// Forgets everything, at the start of another input.
  func reset() {
    open.removeAll()
    isEmpty = true
    order.removeAll()
    oldest = 0
    begun = 0
    byteCount = 0
    steps.removeAll()
    isSettled = true
    linesBefore = 0
  }

  /// Adds a part.
  func add(_ text: UnsafeBufferPointer<UInt8>, stream: [UInt8], facts: LineFacts) {
    isSettled = false
    if let count = open[stream]?.text.count {
      steps.append(.grew(stream: stream, from: count))
    } else {
      var first = facts
      first.line += linesBefore
      begun += 1
      open[stream] = Parts(facts: first, number: begun)
      isEmpty = false
      order.append((begun, stream))
      steps.append(.began(stream: stream))
    }
    // A line that never ends is kept as far as its beginning.
    guard open[stream]?.text.count ?? 0 < PartJoiner.byteLimit else { return }
    unsafe open[stream]?.text.append(contentsOf: text)
    byteCount += text.count
  }

  /// Takes the parts of a stream out.
  func take(_ stream: [UInt8]) -> Parts? {
    guard var parts = open.removeValue(forKey: stream) else { return nil }
    isEmpty = open.isEmpty
    byteCount -= parts.text.count
    isSettled = false
    steps.append(.took(stream: stream, parts))
    parts.facts.line -= linesBefore
    return parts
  }

  /// Takes the oldest line out when there are too many, or when they are too long together.
  func takeSurplus() -> Parts? {
    guard open.count > PartJoiner.openLimit || (byteCount > PartJoiner.byteLimit && open.count > 1)
    else { return nil }
    while oldest < order.count {
      let (number, stream) = order[oldest]
      oldest += 1
      if open[stream]?.number == number { return take(stream) }
    }
    return nil
  }

  /// Takes everything that is open out, in the order in which it began.
  func takeAll() -> [Parts] {
    let all = open.values.sorted { $0.number < $1.number }.map { parts in
      var parts = parts
      parts.facts.line -= linesBefore
      return parts
    }
    open.removeAll()
    isEmpty = true
    order.removeAll()
    oldest = 0
    byteCount = 0
    steps.removeAll()
    isSettled = true
    return all
  }

  /// Makes what the line added stand.
  func settle() {
    guard !steps.isEmpty else { return }
    steps.removeAll(keepingCapacity: true)
    isSettled = true
    if oldest > PartJoiner.openLimit {
      order.removeFirst(oldest)
      oldest = 0
    }
    if order.count > 4 * PartJoiner.openLimit + open.count {
      order = order.filter { open[$0.stream]?.number == $0.number }
      oldest = 0
    }
  }

  /// Takes back what the line added.
  func rollBack() {
    for step in steps.reversed() {
      switch step {
      case .began(let stream):
        byteCount -= open.removeValue(forKey: stream)?.text.count ?? 0
      case .grew(let stream, let count):
        let surplus = (open[stream]?.text.count ?? count) - count
        open[stream]?.text.removeLast(surplus)
        byteCount -= surplus
      case .took(let stream, let parts):
        open[stream] = parts
        byteCount += parts.text.count
        order.append((parts.number, stream))
      }
    }
    steps.removeAll()
    isSettled = true
    isEmpty = open.isEmpty
  }

  /// Tells that a batch was handed on, and how many lines it had.
  func countLines(_ count: Int) { linesBefore += count }
}
