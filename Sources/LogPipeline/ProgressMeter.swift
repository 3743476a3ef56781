import Synchronization

/// How far a run is, for a progress line; written by workers, read by the front door.
package final class ProgressMeter: Sendable {
  /// Bytes taken from inputs, compressed ones where they are compressed.
  package let bytesDone = Atomic<Int>(0)
  /// What `bytesDone` will be at the end, as far as it is known; 0 when nothing is.
  package let bytesTotal = Atomic<Int>(0)

  package init() {}
}
