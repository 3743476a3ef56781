import LogModel

/// What a line tells about its record outside the record: from a header before it, and where it stands.
struct LineFacts {
  /// From a recognised header; beaten by every time inside the record and its envelopes.
  var time: EventTime?
  /// The severity of a syslog header, 0 to 7; -1 when there is none.
  var syslogSeverity = -1
  /// Counted from the first line of the batch.
  var line = 0
}
