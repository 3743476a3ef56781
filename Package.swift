// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built the same way: no unsafe construct without the word `unsafe`, and no
/// member of a module that the file does not import itself.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A room of the house: it knows the model and what is named in `on`, never another room.
func room(_ name: String, on others: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: ["LogModel"] + others, swiftSettings: strict)
}

/// The tests of one target, named like it.
func tests(
  of name: String, on others: [Target.Dependency] = [], besides files: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + others, exclude: files,
    swiftSettings: strict)
}

/// What inflates: zlib, or ISA-L when the package is built with `--traits ISAL`.
let zlib = Target.Dependency.target(name: "CZlib")
let isal = Target.Dependency.target(name: "CIsal", condition: .when(traits: ["ISAL"]))

/// Which tool for those who work on the program to build, `bench` or `fuzz`: only what is asked for, so that
/// `swift run` has one program to run.
let developerTool = Context.environment["LOGSTAT_DEVELOPER"]

let package = Package(
  name: "mfa-logstat",
  products: [.executable(name: "mfa-logstat", targets: ["mfa-logstat"])],
  traits: [
    .trait(name: "ISAL", description: "Inflate through Intel's ISA-L (libisal) and not zlib.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CIsal", providers: [.apt(["libisal-dev"])]),
    .target(name: "CByteScan"),
    .target(name: "CChecksum"),
    .target(name: "CThreadSanitizer"),
    .target(name: "LogModel", dependencies: ["CThreadSanitizer"], swiftSettings: strict),
    room("LogInput", on: ["CChecksum", zlib, isal]),
    room("LogParsing", on: ["CByteScan"]),
    room("LogAggregation"),
    // Rule files are YAML, read as nodes with their places.
    room("LogAlerting", on: [.product(name: "Yams", package: "Yams")]),
    // The page of a report is a template that escapes what it is given.
    room("LogReporting", on: [.product(name: "Mustache", package: "swift-mustache")]),
    // What outlives the process is an SQLite database.
    room(
      "LogState",
      on: [
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "LogPipeline",
      on: ["LogInput", "LogParsing", "LogAggregation", "LogAlerting", "LogReporting", "LogState"]),
    .executableTarget(
      name: "mfa-logstat",
      dependencies: [
        "LogModel", "LogInput", "LogParsing", "LogAlerting", "LogReporting", "LogState",
        "LogPipeline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "LogTestSupport", dependencies: ["LogModel"], path: "Tests/LogTestSupport",
      swiftSettings: strict),
    .target(name: "LogCorpus", path: "Tests/LogCorpus", swiftSettings: strict),
    tests(of: "LogCorpus", on: ["LogTestSupport"]),
    .target(name: "CMemoryFile", path: "Tests/Fuzz/CMemoryFile"),
    // What the fuzzers judge, also on the kept inputs in ordinary tests.
    .target(
      name: "LogFuzzing",
      dependencies: [
        "LogModel", "LogInput", "LogParsing", "LogAlerting", "LogReporting", "LogPipeline",
        "LogTestSupport", "CMemoryFile", "CZlib",
      ],
      path: "Tests/Fuzz/LogFuzzing", swiftSettings: strict),
    tests(of: "LogFuzzing"),
    tests(of: "LogModel", on: ["LogTestSupport"]),
    tests(of: "LogInput", on: ["CChecksum", "LogModel", "LogTestSupport"]),
    tests(of: "LogParsing", on: ["CByteScan", "LogFuzzing", "LogModel", "LogTestSupport"]),
    tests(of: "LogAggregation", on: ["LogModel", "LogTestSupport"]),
    tests(
      of: "LogAlerting", on: ["LogCorpus", "LogModel", "LogTestSupport"], besides: ["Tails.csv"]),
    tests(of: "LogReporting", on: ["LogModel", "LogTestSupport"]),
    tests(of: "LogState", on: ["LogModel"]),
    tests(
      of: "LogPipeline",
      on: [
        "LogModel", "LogFuzzing", "LogInput", "LogParsing", "LogAggregation", "LogAlerting",
        "LogReporting", "LogState", "LogTestSupport", "LogCorpus",
        // Makes states as earlier versions of the program left them.
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["mfa-logstat", "LogAlerting", "LogModel", "LogTestSupport"],
      exclude: ["Callers", "Transcripts"], swiftSettings: strict),
  ]
)

if developerTool == "bench" {
  package.targets.append(
    .executableTarget(
      name: "logstat-bench",
      dependencies: [
        "LogCorpus", "LogModel", "LogInput", "LogParsing", "LogAggregation", "LogAlerting",
        "LogPipeline", "LogTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks/Tool", swiftSettings: strict))
}

if developerTool == "fuzz" {
  // `Tests/Fuzz/run` builds it with libFuzzer and starts it.
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "logstat-fuzz", dependencies: ["CLibFuzzer", "LogFuzzing"], path: "Tests/Fuzz/Fuzzer",
      swiftSettings: strict),
  ]
}
