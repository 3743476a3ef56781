import Dispatch
import Glibc
import LogPipeline
import Synchronization

/// One line on a terminal's stderr that tells how far a long run is, and goes when it is done.
///
/// It appears after a second, so that short runs do not flicker.
final class Progress {
  private let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "progress")
  private let line: ProgressLine

  init(meter: ProgressMeter, terminal: Terminal) {
    let line = ProgressLine(
      meter: meter, descriptor: terminal.descriptor, width: terminal.width ?? 80)
    self.line = line
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 1, repeating: .milliseconds(200))
    timer.setEventHandler { line.draw() }
    timer.activate()
  }

  /// Takes the line away; afterwards nothing is drawn any more.
  func finish() {
    timer.cancel()
    // The queue is serial: once this has run, no drawing is under way.
    queue.sync {}
    line.erase()
  }
}

/// What the line says, and whether it stands on the screen.
private final class ProgressLine: Sendable {
  private let meter: ProgressMeter
  private let descriptor: Int32
  private let width: Int
  private let start = ContinuousClock.now
  private let isDrawn = Mutex(false)

  init(meter: ProgressMeter, descriptor: Int32, width: Int) {
    self.meter = meter
    self.descriptor = descriptor
    self.width = width
  }

  func draw() {
    let elapsed = start.duration(to: .now)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let text = ProgressText.line(
      done: meter.bytesDone.load(ordering: .relaxed),
      total: meter.bytesTotal.load(ordering: .relaxed), seconds: seconds)
    // One column stays free, so that no terminal wraps the line.
    write("\r" + text.prefix(max(width - 1, 0)) + "\u{1b}[K")
    isDrawn.withLock { $0 = true }
  }

  /// Takes the line away; once, however often it is asked for.
  func erase() {
    let wasDrawn = isDrawn.withLock { isDrawn in
      defer { isDrawn = false }
      return isDrawn
    }
    if wasDrawn { write("\r\u{1b}[K") }
  }

  private func write(_ text: String) {
    // A terminal that went away is no reason to stop counting.
    try? Descriptor.writeAll(Array(text.utf8), to: descriptor)
  }
}

/// The words of the progress line.
package enum ProgressText {
  /// Bytes done of `total`, which is zero when nobody knows it, `seconds` after the start.
  package static func line(done: Int, total: Int, seconds: Double) -> String {
    let speed = Double(done) / max(seconds, 0.001)
    let rate = SystemText.bytes(speed) + "/s"
    guard total > 0 else { return "\(SystemText.bytes(Double(done)))  \(rate)" }
    let part = min(Double(done) / Double(total), 1)
    var text = "\(SystemText.bytes(Double(done))) of \(SystemText.bytes(Double(total)))"
    text += "  \(Int(part * 100)) %  \(rate)"
    if speed > 0 {
      let left = Double(max(total - done, 0)) / speed
      text += "  \(SystemText.duration(seconds: left)) left"
    }
    return text
  }
}
