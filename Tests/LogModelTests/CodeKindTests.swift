import LogModel
import Testing

struct CodeKindTests {
  @Test func `kinds, levels and severities have the words of every output`() {
    #expect(CodeKind.allCases.map(\.name) == ["guardian", "event", "provider", "other"])
    #expect(RecoveryLevel.allCases.map(\.name) == ["recoverable", "unrecoverable", "unknown"])
    #expect(Severity.allCases.map(\.name) == ["warning", "critical"])
  }

  @Test func `critical is worse than a warning`() {
    #expect([Severity.critical, .warning].max() == .critical)
  }
}
