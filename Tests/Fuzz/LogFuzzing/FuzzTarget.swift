/// Something of the tool that must stand any bytes, with a judge that knows what has to come of them.
package protocol FuzzTarget: SendableMetatype {
  /// As it is called on the command line; also the folder of its corpus.
  static var name: String { get }

  init()

  /// What is wrong with what the tool makes of the bytes; nil when all is well.
  ///
  /// What touches memory wrongly or never ends is for the sanitizer and the fuzzer to tell.
  func complaint(about input: [UInt8]) -> String?
}

/// The list of all targets.
package enum FuzzTargets {
  package static let all: [any FuzzTarget.Type] = [
    WalkerTarget.self, TimesTarget.self, GzipTarget.self, FramingTarget.self,
    PipelineTarget.self, TextTarget.self,
  ]

  package static func named(_ name: String) -> (any FuzzTarget.Type)? {
    all.first { $0.name == name }
  }
}
