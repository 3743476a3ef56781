import LogModel

/// The words that are kept of lines that do not count, and for `--rejects` their first bytes.
extension LogParser {
  /// Of a value over many lines so many keep their text: a megabyte, however long the value is.
  private static let keptTexts = 1_024

  /// Keeps the texts of the lines of a value that end before `next`, the start of a later line.
  ///
  /// Called before `carried` and `lineStart` move on.
  func keepTexts(upTo next: Int) {
    guard options.keepsRejectedText else { return }
    if carried == 0 { carriedTexts.removeAll() }
    var end = lineStart
    while end < next, carriedTexts.count < LogParser.keptTexts {
      carriedTexts.append(end == lineStart ? presentText : text(from: end))
      guard let feed = lineFeed(from: max(end, 0)) else { break }
      end = feed + 1
    }
  }

  /// Keeps the beginning of the present line when it is about to leave the buffer.
  ///
  /// - Parameter keep: The first byte that is needed anyhow.
  /// - Returns: The first byte that is needed for that, too.
  func keepLineHead(before keep: Int) -> Int {
    guard options.keepsRejectedText, frame != .lineStart, lineStart >= 0, lineStart < keep else {
      return keep
    }
    if buffer.count - lineStart < Rejection.textLimit { return lineStart }
    lineHead = text(from: lineStart)
    return keep
  }

  /// Keeps a word about the lines of a value that a later line or the end breaks.
  ///
  /// They are `count` in number: those that are carried, or one more for the present line.
  func rejectCarried(_ count: Int, into batch: inout EventBatch) {
    guard count > 0 else { return }
    note(.brokenCarry, column: 1, lines: count, holdsPresent: count > carried, into: &batch)
    batch.lines.lines += count
    batch.lines.malformed += count
  }

  /// Keeps a word about lines that end now.
  ///
  /// They are `lines` in number, the last of them the present line if `holdsPresent`, else carried
  /// ones only.
  func note(
    _ reason: Rejection.Reason, column: Int, lines: Int, holdsPresent: Bool,
    into batch: inout EventBatch
  ) {
    guard options.keepsRejectedText || hasRoom(for: reason, in: batch) else { return }
    var texts: [[UInt8]] = []
    if options.keepsRejectedText {
      texts = Array(carriedTexts.prefix(holdsPresent ? lines - 1 : lines))
      if holdsPresent, texts.count == lines - 1 { texts.append(presentText) }
    }
    let isPresentAlone = holdsPresent && lines == 1
    batch.rejections.append(
      Rejection(
        reason: reason, line: batch.lines.lines + (isPresentAlone ? carried : 0), column: column,
        lineCount: lines, texts: texts))
  }

  /// Whether the first few of a sort are not there yet, so that those of one never hide the other's.
  private func hasRoom(for reason: Rejection.Reason, in batch: EventBatch) -> Bool {
    let isOversized = reason == .oversized
    let alike = batch.rejections.count { ($0.reason == .oversized) == isOversized }
    return alike < LogParser.rejectionLimit
  }

  /// The first bytes of the present line.
  private var presentText: [UInt8] { lineStart >= 0 ? text(from: lineStart) : lineHead }

  /// The first bytes of a line of the buffer.
  private func text(from start: Int) -> [UInt8] {
    let limit = min(start + Rejection.textLimit, buffer.count)
    guard start < limit else { return [] }
    let bytes = unsafe UnsafeBufferPointer(start: buffer.start + start, count: limit - start)
    return unsafe Array(bytes.prefix { $0 != 0x0A })
  }
}
