/// How the records of a corpus are wrapped; one for each shape that the README lists.
package enum CorpusShape: String, CaseIterable, Sendable {
  case auth0Stream = "auth0-stream"
  case auth0Array = "auth0-array"
  case auth0Logs = "auth0-logs"
  case auth0Flat = "auth0-flat"
  /// One pretty-printed array over the whole corpus.
  case auth0Export = "auth0-export"
  case eventBridge = "eventbridge"
  case firehose
  case cloudWatchSubscription = "cloudwatch-subscription"
  case cloudWatchExport = "cloudwatch-export"
  case eventGrid = "event-grid"
  case cloudEvents = "cloudevents"
  case datadog
  case splunkHEC = "splunk-hec"
  case splunkExport = "splunk-export"
  case elasticAgent = "elastic-agent"
  case elasticsearch
  case panther
  case gcp
  case gcpAuth0 = "gcp-auth0"
  case pino, bunyan, winston, zap, zerolog, slog, logstash, ecs
  case ecsNested = "ecs-nested"
  case otlp
  case docker, cri, journald
  case jsonSeq = "json-seq"
  case fluentd
  case fluentBit = "fluent-bit"
  case fluentBitLines = "fluent-bit-lines"
  case vector, syslog

  /// Whether the record is an event of the provider, and not a line of an application.
  var isAuth0: Bool {
    switch self {
    case .auth0Stream, .auth0Array, .auth0Logs, .auth0Flat, .auth0Export, .eventBridge, .firehose,
      .cloudWatchSubscription, .eventGrid, .cloudEvents, .datadog, .splunkHEC, .splunkExport,
      .elasticAgent, .elasticsearch, .panther, .gcpAuth0:
      true
    case .cloudWatchExport, .gcp, .pino, .bunyan, .winston, .zap, .zerolog, .slog, .logstash,
      .ecs, .ecsNested, .otlp, .docker, .cri, .journald, .jsonSeq, .fluentd, .fluentBit,
      .fluentBitLines, .vector, .syslog:
      false
    }
  }

  /// Whether records bear an id of their own, so that one that comes twice can be told.
  var hasIDs: Bool { isAuth0 }

  /// Milliseconds that its times are whole multiples of.
  var timeUnit: Int { self == .zerolog ? 1_000 : 1 }

  /// How many records are written together; 1 for shapes of one record a line.
  var groupSize: Int {
    switch self {
    case .auth0Array, .auth0Logs, .firehose, .cloudWatchSubscription: 20
    case .otlp: 8
    case .auth0Export: .max
    default: 1
    }
  }

  /// The shapes that `mixed` draws from: all that end with their line.
  static let mixable = allCases.filter { $0 != .auth0Export }
}
