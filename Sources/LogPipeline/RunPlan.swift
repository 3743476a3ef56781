import LogAlerting
import LogModel
import LogParsing

/// Everything that a run is asked to do, in plain values.
package struct RunPlan: Sendable {
  /// Names of files and directories, which need not be UTF-8; `-` is standard input.
  package var inputs: [[UInt8]] = []
  package var isRecursive = false
  package var windows: TumblingWindows = .seconds(300)
  package var zone: TimeZoneRules = .utc
  package var keys: [ReportKey] = ReportKey.standard
  package var filters: [RowFilter] = []
  package var since: EventTime?
  package var until: EventTime?
  package var now: EventTime
  package var top: Int?
  package var sort: RowOrder?
  package var fieldOverrides: [FieldOverride] = []
  package var defaultTenant: String?
  package var searchesText = true
  package var deduplicates = false
  /// The ids of earlier runs, where these are remembered.
  var ids: EventIDMemory?
  /// Whether error and normal records are counted by method, for a report or a later run.
  var countsAttempts = false
  package var keepsExamples = false
  /// How many threads; positive.
  package var jobs = 1
  /// How many bytes of files are worth one more thread; zero when `jobs` threads are to be started anyhow.
  package var bytesPerThread = 0
  /// For runs that nobody told how many threads to start.
  ///
  /// A second thread costs 6 ms of a whole run before it saves anything; it is even at about 12 MB of
  /// text, which may come as 2 MB of gzip.
  package static let usualBytesPerThread = 4 << 20
  /// How many bytes of a big plain file one thread takes at a time; positive.
  ///
  /// Two megabytes are small enough that a run of few megabytes keeps all threads busy, and large
  /// enough that handing over from one piece to the next does not show.
  package var pieceSize = 2 << 20
  /// The longest value, in bytes.
  package var maxLine = 16 << 20
  package var maxGroups = 1_000_000
  /// How many lines may be malformed before the data count as damaged.
  package var maxMalformed: MalformedLimit = .tenPercent
  package var levelOverrides: [String: RecoveryLevel] = [:]
  package var rules = BuiltInRules.set
  package var rejects: (any RejectSink)?

  package init(inputs: [String], now: EventTime) {
    self.inputs = inputs.map { Array($0.utf8) }
    self.now = now
  }

  /// Whether rows, filters or rules tell methods apart.
  private var tellsMethods: Bool {
    keys.contains(.method) || filters.contains { $0.key == .method }
      || rules.rules.contains { $0.by.contains(.method) || $0.match[.method] != nil }
  }

  var parserOptions: ParserOptions {
    ParserOptions(
      overrides: fieldOverrides, defaultTenant: defaultTenant.map { Array($0.utf8) },
      searchesText: searchesText,
      methods: countsAttempts ? .ofAll : tellsMethods ? .ofErrors : .ofNone,
      findsIDs: deduplicates, maxLine: maxLine, keepsRejectedText: rejects != nil)
  }

  /// Whether the order of the input shows in what is told, so that one thread must read it.
  var needsOrder: Bool { deduplicates || rejects != nil }
}

/// Takes the lines that did not count, in the order of the input.
package protocol RejectSink: AnyObject, Sendable {
  /// Takes one; `location` is where its first line begins.
  func take(_ rejection: Rejection, at location: SourceLocation)
}
