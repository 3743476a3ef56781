import Foundation
import Glibc
import Testing

struct InputTests {
  @Test func `a file that may not be read is told, and the rest is counted`() throws {
    guard geteuid() != 0 else {
      print("skipped: root may read every file; a directory stands for it in inputs.txt")
      return
    }
    try withTool { tool in
      try tool.write(
        #"{"time":"2026-03-14T08:00:00Z","tenant":"acme","errorCode":"E1"}"# + "\n", to: "good")
      let outcome = try tool.run(
        "cp good bad; chmod 000 bad; mfa-logstat -o csv --by code bad good | cut -d, -f1,2")
      #expect(outcome.output == "code,count\nE1,1\n")
      #expect(outcome.errors == "mfa-logstat: bad: cannot be opened: permission denied\n")
      let status = try tool.run("mfa-logstat -q bad good >/dev/null 2>&1").status
      #expect(status == 66)
    }
  }

  @Test func `a pipe that is named twice is read once`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        #"""
        mkfifo pipe
        echo '{"time":"2026-03-14T08:00:00Z","tenant":"acme","errorCode":"E1"}' > pipe &
        mfa-logstat -o csv --by code pipe ./pipe | cut -d, -f1,2
        """#)
      #expect(outcome.output == "code,count\nE1,1\n")
      #expect(outcome.errors == "mfa-logstat: ./pipe: is the same file as pipe; counted once\n")
    }
  }
}
