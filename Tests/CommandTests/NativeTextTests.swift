import Foundation
import LogTestSupport
import Testing
import mfa_logstat

struct NativeTextTests {
  @Test(arguments: ["", "a.log", "é\u{10FFFF}", "\u{10FF7F}", "\u{10FF80}", "e\u{301}"])
  func `text comes back as it was and is shown so`(text: String) {
    let native = NativeText.text(of: Array(text.utf8))
    #expect(NativeText.bytes(of: native) == Array(text.utf8))
    #expect(NativeText.shown(native).utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: UInt64(0)..<50)
  func `any bytes come back, and none become those of others`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let parts: [[UInt8]] = [
      [0xFF], [0xC3], [0xA9], [0xF4, 0x8F, 0xBE, 0x80], [0xF4, 0x8F], Array("é".utf8), [0x61],
      [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
    ]
    let bytes = (0..<20).flatMap { _ in parts.randomElement(using: &random) ?? [] }
    let native = NativeText.text(of: bytes)
    #expect(NativeText.bytes(of: native) == bytes)
    #expect(NativeText.shown(native) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func `a name that is not UTF-8 opens from the command line and from a list`() throws {
    try withTool { tool in
      let record = #"{"tenant":"NAME","errorCode":"invalid_otp","time":"2026-03-14T08:00:00Z"}"#
      let outcome = try tool.run(
        #"""
        one=$(printf 'a\377.log'); two=$(printf 'a\376.log')
        echo '\#(record)' | sed s/NAME/one/ > "$one"; echo '\#(record)' | sed s/NAME/two/ > "$two"
        mfa-logstat -o csv --by tenant "$one" "$two" | cut -d, -f1,2
        ls | mfa-logstat -o csv --by tenant --files-from - | cut -d, -f1,2
        mfa-logstat -o json -r . | grep '"name"'
        mfa-logstat -o csv --examples --by tenant "$one" "$two" | cut -d, -f1,8
        """#)
      #expect(
        outcome
          == Tool.Outcome(
            output: """
              tenant,count
              one,1
              two,1
              tenant,count
              one,1
              two,1
              {"name":"./a\u{FFFD}.log","lines":1,"bytes":73,"problem":null},
              {"name":"./a\u{FFFD}.log","lines":1,"bytes":73,"problem":null}],
              tenant,example
              one,a\u{FFFD}.log:1
              two,a\u{FFFD}.log:1

              """, errors: "", status: 0))
    }
  }

  @Test func `outputs, rejects and lists may have such names, too`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        #"""
        n=$(printf '\377'); echo bad > in; echo in > "list$n"; echo 'window: 1h' > "conf$n"
        mfa-logstat -q -o "csv:out$n" --rejects "rej$n" --files-from "list$n" --config "conf$n"
        wc -l < "out$n"; wc -l < "rej$n"; ls | wc -l
        mfa-logstat "missing$n" >/dev/null
        mfa-logstat --rejects "no/$n" /dev/null >/dev/null
        """#)
      #expect(outcome.output == "1\n1\n5\n")
      #expect(
        outcome.errors.hasSuffix(
          """
          mfa-logstat: missing\u{FFFD}: cannot be opened: no such file
          mfa-logstat: no/\u{FFFD}: cannot be created: No such file or directory

          """))
      #expect(outcome.status == 73)
    }
  }
}
