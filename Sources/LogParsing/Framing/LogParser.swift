import Glibc
import LogModel

/// Cuts input into lines and values, and gives the records of both to the record reader.
///
/// The input comes in pieces of any size. A line is not looked for first: the walker runs over the
/// bytes, and where it ends the line should end.
///
///     {"a":1}\n{"b":\n 2}\n[{"c":3},\n{"d":4}]\n2026-03-14T08:00:00Z stdout F {"e":5}\n
///     ^ one     ^ carried  ^ elements            ^ text with a header
///       value     over a     count one by
///                 line       one
///
/// What has not ended yet stays in the buffer and is walked again when more has come; a single value
/// has at most `maxLine` bytes, so the buffer stays bounded for any input.
@safe package final class LogParser {
  /// Why `parse` came back.
  package enum Progress: Sendable {
    /// All bytes were used as far as possible; more must be read.
    case needsMore
    /// The batch has enough events to be counted.
    case batchIsFull
    /// The asked-for line boundary was reached.
    case stopped
    /// The input has ended and all of it is in the batch.
    case finished
  }

  /// Where in a line the next byte stands.
  enum Frame {
    case lineStart
    /// Behind a complete value of the line.
    case values
    /// Inside an array whose elements are records.
    case elements
    /// Behind an enveloped array that was too large to be kept, inside the envelope's braces.
    case envelopeTail
    /// At the start of a line that is text, whatever byte it begins with.
    case text
    /// In the rest of a line that does not count.
    case discard
  }

  let options: ParserOptions
  let reader: RecordReader
  let buffer = InputBuffer()
  /// The next byte to be parsed, from the buffer's start.
  var position = 0
  var frame = Frame.lineStart
  /// Where the present line starts; negative when its beginning has left the buffer.
  var lineStart = 0
  /// Lines before the present one that belong to the same value; they are not in the books yet.
  var carried = 0
  /// The first event of the present line in the batch; the events before it stand.
  var eventMark = 0
  /// Whether earlier batches hold events of the present line.
  var lineWasHandedOn = false
  /// The first bytes of the lines before the present one that belong to the same value.
  var carriedTexts: [[UInt8]] = []
  /// The first bytes of the present line, when its beginning has left the buffer.
  var lineHead: [UInt8] = []
  /// What is wrong with the present line, although it was read on.
  var lineProblem: (reason: Rejection.Reason, column: Int)?
  var isLineRepaired = false
  /// Whether a record separator came after the last value of the line.
  var awaitsValue = false
  var elements = ElementsFrame()
  /// The part of a large envelope before its array of records.
  let envelopeText = TextBuffer()
  /// Below this count of bytes an unfinished large value is not tried again.
  var retryCount = 0
  /// The start of the last line before which everything is done with, as a place of the whole input.
  var settledOffset = 0
  /// How many bytes of values that had not ended were walked, to be walked again.
  ///
  /// A measure of the work that depends on nothing but the input and its pieces.
  package private(set) var vainBytes = 0
  /// Before this byte there is no line feed in a line of text that has not ended.
  var searchedCount = 0
  /// Before this byte a line that has not ended is blank.
  var blankCount = 0

  var context: Context { unsafe reader.memory.context }

  package init(options: ParserOptions) {
    self.options = options
    reader = RecordReader(options: options)
  }

  /// The events after which a batch is handed on.
  static let batchLimit = 8_192
  /// How many rejections of a sort a batch keeps unless all are wanted.
  static let rejectionLimit = 8

  // MARK: Reading

  /// Starts anew at a line start at a place of the input.
  package func restart(offset: Int) {
    buffer.reset(offset: offset)
    position = 0
    frame = .lineStart
    lineStart = 0
    carried = 0
    eventMark = 0
    lineWasHandedOn = false
    lineProblem = nil
    isLineRepaired = false
    awaitsValue = false
    retryCount = 0
    reader.parts.reset()
    searchedCount = 0
    blankCount = 0
    settledOffset = offset
    reader.envelopes.removeAll()
  }

  /// The place of the next byte to be parsed in the whole input.
  package var offset: Int { buffer.offset + position }

  /// Room for the next bytes of the input; at least 64 KiB.
  package func room() -> UnsafeMutableRawBufferPointer {
    let keep = keepLineHead(before: firstNeeded)
    let shift = keep
    let room = unsafe buffer.free(keepingFrom: keep)
    position -= shift
    lineStart -= shift
    retryCount -= shift
    searchedCount -= shift
    blankCount -= shift
    return unsafe room
  }

  /// Tells how many bytes of the room were filled.
  package func add(_ count: Int) { buffer.add(count) }

  /// The first byte that may have to be seen again.
  private var firstNeeded: Int {
    switch frame {
    case .lineStart, .discard: position
    case .text: max(lineStart, 0)
    case .values, .elements, .envelopeTail:
      // A later line of a value that breaks is read afresh, unless it is longer than any value; so is
      // a line that may turn out to be text.
      (carried > 0 || isBracketedText) && position - lineStart <= options.maxLine
        ? max(lineStart, 0) : position
    }
  }

  /// Drops bytes up to and with the next line feed: for a piece that starts inside a line.
  ///
  /// - Returns: False when more must be read first.
  package func skipPartialLine() -> Bool {
    guard let end = lineFeed(from: position) else {
      position = buffer.count
      lineStart = position
      return false
    }
    position = end + 1
    lineStart = position
    return true
  }

  // MARK: Parsing

  /// Parses what is in the buffer and adds the records to the batch.
  ///
  /// `isLast` tells whether the input ends with the buffer. Parsing stops at the first line that starts
  /// at `limit`, a place of the whole input, or later and is inside no value.
  package func parse(
    isLast: Bool, stoppingAt limit: Int = .max, into batch: inout EventBatch
  ) -> Progress {
    defer { batch.openFrom = eventMark }
    while true {
      if batch.events.count >= LogParser.batchLimit { return .batchIsFull }
      if retryCount > buffer.count, !isLast { return .needsMore }
      let isDone: Bool
      switch frame {
      case .lineStart:
        if reader.parts.isEmpty {
          if offset >= limit { return .stopped }
          settledOffset = offset
        }
        if position == buffer.count, isLast { return finish(into: &batch) }
        isDone = startLine(isLast: isLast, into: &batch)
      case .values: isDone = continueLine(isLast: isLast, into: &batch)
      case .elements: isDone = continueElements(isLast: isLast, into: &batch)
      case .envelopeTail: isDone = continueEnvelope(isLast: isLast, into: &batch)
      case .text: isDone = parseText(isLast: isLast, into: &batch)
      case .discard: isDone = discardLine(isLast: isLast, into: &batch)
      }
      if !isDone { return .needsMore }
    }
  }

  /// Waits for more of the value that begins at a byte.
  ///
  /// A value that is long already is tried again only when it has grown by half, so that the tries
  /// together cost no more than a few walks over it, however small the pieces are in which it comes.
  ///
  /// - Returns: False: more must be read first.
  func waitForMore(of place: Int) -> Bool {
    let size = buffer.count - place
    vainBytes += size
    retryCount = size > LogParser.smallValue ? place + size + size / 2 : 0
    return false
  }

  /// So many bytes are walked again for whatever more comes: hardly more work than reading it.
  private static let smallValue = 4 << 10

  /// Tells that the batch was handed on and a fresh one follows.
  package func batchWasHandedOn(_ batch: EventBatch) {
    if batch.events.count > eventMark { lineWasHandedOn = true }
    eventMark = 0
    reader.parts.countLines(batch.lines.lines)
    reader.envelopes.removeAll()
  }

  /// Leaves out what stands behind the last line feed of a damaged or cut input, for it is no line.
  ///
  /// The rest is parsed as the last of the input afterwards.
  package func dropCutLine(into batch: inout EventBatch) {
    let start = frame == .lineStart ? position : lineStart
    if let feed = lastLineFeed(before: buffer.count, from: max(start, 0)) {
      batch.lines.cutBytes += buffer.count - feed - 1
      buffer.truncate(to: feed + 1)
      return
    }
    // The beginning of the line may have left the buffer.
    batch.lines.cutBytes += buffer.count - start
    rejectCarried(carried, into: &batch)
    dropOpenEvents(in: &batch)
    carried = 0
    position = buffer.count
    endLine()
    batch.openFrom = eventMark
  }

  private func finish(into batch: inout EventBatch) -> Progress {
    emitOpenParts(into: &batch)
    return .finished
  }

  // MARK: Line feeds

  func lineFeed(from index: Int) -> Int? {
    let start = unsafe buffer.start + index
    guard let found = unsafe memchr(start, 0x0A, buffer.count - index) else { return nil }
    return unsafe Bytes(found.assumingMemoryBound(to: UInt8.self)) - buffer.start
  }

  func lastLineFeed(before end: Int, from start: Int) -> Int? {
    var index = end - 1
    while index >= start {
      if unsafe buffer.start[index] == 0x0A { return index }
      index -= 1
    }
    return nil
  }

  func lineFeeds(from start: Int, to end: Int) -> Int {
    unsafe reader.lineFeeds(from: buffer.start + start, to: buffer.start + end)
  }
}

/// What is known of the array of records that is being read.
struct ElementsFrame {
  /// Which token may come next.
  enum Expectation {
    case firstElement
    case element
    case separator
  }

  var expects = Expectation.firstElement
  /// Whether it stands inside an envelope that was too large to be kept.
  var isEnveloped = false
  /// Whether the record is the `message` of each element.
  var isLogEvent = false
  /// Whether its elements are no records (a control message).
  var isControl = false
  /// Whether it may go on in the next line.
  var crossesLines = true
  /// Whether it is the first value of its line.
  var beginsLine = false
  var objects = 0
  var others = 0
}
