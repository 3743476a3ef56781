import LogModel
import Testing

struct CatalogueMatchTests {
  @Test func `a code is found with its entry`() throws {
    guard case .entry(let entry, alias: nil) = CodeCatalogue.match(named: "invalid_otp") else {
      Issue.record("invalid_otp is not an entry by its own name")
      return
    }
    #expect(entry.code == "invalid_otp")
  }

  @Test func `an alias is told with the code that it stands for`() throws {
    guard
      case .entry(let entry, alias: let alias) = CodeCatalogue.match(
        named: "device_account_conflict")
    else {
      Issue.record("device_account_conflict is not an entry")
      return
    }
    #expect(entry.code == "enrollment_conflict")
    #expect(alias == "device_account_conflict")
  }

  @Test func `codes outside the list and event types are known, too`() throws {
    guard case .known(let known) = CodeCatalogue.match(named: "too-many-sms") else {
      Issue.record("too-many-sms is not known")
      return
    }
    #expect(known.origin == "Universal Login")
    guard case .eventType(let type) = CodeCatalogue.match(named: "gd_auth_failed") else {
      Issue.record("gd_auth_failed is not an event type")
      return
    }
    #expect(type.outcome == .failure)
  }

  @Test(arguments: ["", "invalid_opt", "Invalid_otp", "gd_nothing", "60204"])
  func `a name that nobody knows matches nothing`(name: String) {
    #expect(CodeCatalogue.match(named: name) == nil)
  }

  @Test(arguments: [
    ("invalid_opt", "invalid_otp"), ("invaild_otp", "invalid_otp"), ("INVALID_OTP", "invalid_otp"),
    ("too_many_push", "too-many-push"), ("invalid-otp", "invalid_otp"),
    ("device_acount_conflict", "device_account_conflict"), ("gd_auth_faild", "gd_auth_failed"),
    ("too_many_sms_per_tennant", "too_many_sms_per_tenant"), ("socket_eror", "socket_error"),
  ])
  func `a slip is answered with the name that was meant`(slip: String, meant: String) {
    #expect(CodeCatalogue.nearest(to: slip) == meant)
  }

  @Test(arguments: ["", "xyzzy", "50126", "ECONNREFUSED"])
  func `what is near to nothing is answered with nothing`(name: String) {
    #expect(CodeCatalogue.nearest(to: name) == nil)
  }
}
