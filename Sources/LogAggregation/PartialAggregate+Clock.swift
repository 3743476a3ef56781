import LogModel

extension PartialAggregate {
  /// The latest time that may move a `Watermark`; nil when no record has one.
  ///
  /// A record that was too far ahead of now when it was counted, in an earlier run, moves it as soon as
  /// its window is in reach. Of such a record only the window is known, so it moves it to the start of that:
  /// where the clock of this host is behind that of the log, time goes on all the same.
  package var clock: EventTime? {
    let windows = ruleTables.windows.windows
    let reach = Watermark.latestInReach(of: plan.now).seconds
    let known = BaseCells.recordWindows(of: self).last { windows.end(of: $0) <= reach }
    guard let known else { return latestInReach }
    let start = EventTime(seconds: windows.start(of: known))
    return max(latestInReach ?? start, start)
  }
}
