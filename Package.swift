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

let package = Package(
  name: "mfa-logstat",
  products: [.executable(name: "mfa-logstat", targets: ["mfa-logstat"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CByteScan"),
    .target(name: "LogModel", swiftSettings: strict),
    room("LogInput", on: ["CZlib"]),
    room("LogParsing", on: ["CByteScan"]),
    room("LogAggregation"),
    room("LogAlerting"),
    room("LogReporting"),
    room(
      "LogPipeline",
      on: ["LogInput", "LogParsing", "LogAggregation", "LogAlerting", "LogReporting"]),
    .executableTarget(
      name: "mfa-logstat",
      dependencies: [
        "LogModel", "LogInput", "LogParsing", "LogAlerting", "LogReporting", "LogPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "LogTestSupport", dependencies: ["LogModel"], path: "Tests/LogTestSupport",
      swiftSettings: strict),
    tests(of: "LogModel", on: ["LogTestSupport"]),
    tests(of: "LogInput", on: ["LogModel", "LogTestSupport"]),
    tests(of: "LogParsing", on: ["CByteScan", "LogModel", "LogTestSupport"]),
    tests(of: "LogAggregation", on: ["LogModel", "LogTestSupport"]),
    tests(of: "LogAlerting", on: ["LogModel", "LogTestSupport"], besides: ["Tails.csv"]),
    tests(of: "LogReporting", on: ["LogModel", "LogTestSupport"]),
    tests(
      of: "LogPipeline",
      on: [
        "LogModel", "LogInput", "LogParsing", "LogAggregation", "LogReporting", "LogTestSupport",
      ]),
    .testTarget(
      name: "CommandTests", dependencies: ["mfa-logstat", "LogModel", "LogTestSupport"],
      exclude: ["Transcripts"], swiftSettings: strict),
  ]
)
