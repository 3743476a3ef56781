import LogModel
import Testing

struct CodeCatalogueTests {
  @Test func `the catalogue holds 33 codes, 17 recoverable and 16 not`() {
    #expect(CodeCatalogue.entries.count == 33)
    #expect(Set(CodeCatalogue.entries.map(\.code)).count == 33)
    #expect(CodeCatalogue.entries.filter { $0.level == .recoverable }.count == 17)
    #expect(CodeCatalogue.entries.filter { $0.level == .unrecoverable }.count == 16)
  }

  @Test func `the codes stand in the provider's order`() {
    #expect(
      CodeCatalogue.entries.map(\.code) == [
        "invalid_token", "insufficient_scope", "invalid_bearer_format", "enrollment_conflict",
        "tenant_not_found", "login_transaction_not_found", "error_sending_push_notification",
        "push_notification_wrong_credentials", "invalid_otp", "invalid_recovery_code",
        "invalid_body", "invalid_query_string", "enrollment_transaction_not_found",
        "invalid_phone_number", "error_sending_sms", "feature_disabled",
        "feature_disabled_by_admin", "pn_endpoint_disabled", "too_many_sms", "too_many_pn",
        "too_many_sms_per_tenant", "too_many_pn_per_tenant", "field_required", "method_not_found",
        "no_method_available", "enrollment_method_disabled", "auth_method_disabled",
        "invalid_otp_format", "invalid_recovery_code_format", "transaction_expired",
        "already_enrolled", "not_enrolled", "invalid_enrollment",
      ])
  }

  @Test(arguments: [
    (
      CatalogueEntry.Remedy.userRetry,
      [
        "login_transaction_not_found", "error_sending_push_notification", "invalid_otp",
        "invalid_recovery_code", "enrollment_transaction_not_found", "error_sending_sms",
        "too_many_sms", "too_many_pn", "field_required", "invalid_otp_format",
        "invalid_recovery_code_format", "transaction_expired",
      ]
    ),
    (
      .userAction,
      [
        "invalid_token", "enrollment_conflict", "invalid_phone_number", "pn_endpoint_disabled",
        "already_enrolled", "not_enrolled",
      ]
    ),
    (
      .adminAction,
      [
        "tenant_not_found", "push_notification_wrong_credentials", "feature_disabled_by_admin",
        "no_method_available", "enrollment_method_disabled", "auth_method_disabled",
      ]
    ),
    (.operatorAction, ["feature_disabled", "too_many_sms_per_tenant", "too_many_pn_per_tenant"]),
    (
      .clientBug,
      [
        "insufficient_scope", "invalid_bearer_format", "invalid_body", "invalid_query_string",
        "method_not_found", "invalid_enrollment",
      ]
    ),
  ])
  func `a code says who can mend it`(remedy: CatalogueEntry.Remedy, codes: [String]) {
    #expect(CodeCatalogue.entries.filter { $0.remedy == remedy }.map(\.code) == codes)
  }

  @Test func `users recover from what they can retry, from other things only by hand`() throws {
    for entry in CodeCatalogue.entries {
      switch entry.remedy {
      case .userRetry: #expect(entry.level == .recoverable, "\(entry.code)")
      case .userAction:
        // The device has to be enrolled anew, outside the login.
        let expected: RecoveryLevel =
          entry.code == "pn_endpoint_disabled" ? .unrecoverable : .recoverable
        #expect(entry.level == expected, "\(entry.code)")
      case .adminAction, .operatorAction, .clientBug:
        #expect(entry.level == .unrecoverable, "\(entry.code)")
      }
    }
  }

  @Test func `the facts of a tenant-wide stop of pushes are all there`() throws {
    let entry = try #require(CodeCatalogue.entry(named: "too_many_pn_per_tenant"))
    #expect(entry.category == "rate_quota")
    #expect(entry.channel == "push")
    #expect(entry.scope == .tenant)
    #expect(entry.httpStatus == "429")
    #expect(entry.defaultPolicy == "critical:count>=1/5m")
  }

  @Test func `channels and categories are words of the known sets`() {
    #expect(
      Set(CodeCatalogue.entries.map(\.channel)) == ["any", "push", "sms", "otp", "recovery"])
    #expect(
      Set(CodeCatalogue.entries.map(\.category)) == [
        "auth_token", "enrollment", "feature_config", "otp", "push", "rate_quota", "recovery",
        "request_validation", "sms", "tenant", "transaction",
      ])
  }

  @Test func `an error that never leaves the client has no status`() {
    #expect(
      CodeCatalogue.entries.filter { $0.httpStatus == "none" }.map(\.code) == [
        "field_required", "method_not_found", "no_method_available", "enrollment_method_disabled",
        "auth_method_disabled", "invalid_otp_format", "invalid_recovery_code_format",
        "already_enrolled", "not_enrolled", "invalid_enrollment",
      ])
  }

  @Test func `every meaning is one plain sentence of its own`() {
    for entry in CodeCatalogue.entries {
      #expect(isOneSentence(entry.meaning), "\(entry.code): \(entry.meaning)")
      #expect(!entry.meaning.contains(entry.code), "\(entry.code)")
    }
    #expect(Set(CodeCatalogue.entries.map(\.meaning)).count == 33)
  }

  @Test func `every advice names who must act, and every source ends its sentence`() {
    let actors = ["User:", "Admin:", "Operator:", "Developer:"]
    for entry in CodeCatalogue.entries {
      #expect(actors.contains { entry.advice.hasPrefix($0) }, "\(entry.code)")
      #expect(entry.advice.hasSuffix("."), "\(entry.code)")
      #expect(entry.source.hasSuffix("."), "\(entry.code)")
      #expect(!(entry.advice + entry.source).contains("  "), "\(entry.code)")
    }
  }

  @Test func `the first to act is the one whom the remedy names`() {
    for entry in CodeCatalogue.entries {
      let actor =
        switch entry.remedy {
        case .userRetry, .userAction: "User:"
        case .adminAction: "Admin:"
        case .operatorAction: "Operator:"
        case .clientBug: "Developer:"
        }
      #expect(entry.advice.hasPrefix(actor), "\(entry.code)")
    }
  }

  @Test func `every code is found by its bytes, and nothing near it is`() {
    for (index, entry) in CodeCatalogue.entries.enumerated() {
      let code = Array(entry.code.utf8)
      #expect(indexOfUTF8(code) == index)
      #expect(CodeCatalogue.index(of: entry.code) == index)
      #expect(indexOfUTF8(code.dropLast()) == nil)
      #expect(indexOfUTF8(code + [UInt8(ascii: "s")]) == nil)
      for position in code.indices {
        var changed = code
        changed[position] ^= 0x20
        #expect(indexOfUTF8(changed) == nil, "\(entry.code) at \(position)")
      }
    }
  }

  @Test(arguments: [
    "", "x", "invalid", "INVALID_OTP", " invalid_otp", "invalid_otp ", "invalid_otp\0",
    "invalid-otp", "invalid_ötp", "60204", "device_account_not_found", "gd_auth_failed",
    "error_sending_push_notification_error_sending_push_notification",
  ])
  func `a name that is no code is not found`(name: String) {
    #expect(CodeCatalogue.index(of: name) == nil)
    #expect(CodeCatalogue.entry(named: name) == nil)
    #expect(indexOfUTF8(name.utf8) == nil)
  }

  @Test func `a beginning of another code is a code of its own`() {
    #expect(CodeCatalogue.index(of: "too_many_pn") == 19)
    #expect(CodeCatalogue.index(of: "too_many_pn_per_tenant") == 21)
    #expect(CodeCatalogue.index(of: "too_many_pn_per") == nil)
  }

  @Test func `an alias leads to its code`() {
    #expect(CodeCatalogue.index(of: "device_account_conflict") == 3)
    #expect(indexOfUTF8("device_account_conflict".utf8) == 3)
    #expect(CodeCatalogue.entry(named: "device_account_conflict")?.code == "enrollment_conflict")
    for (alias, code) in CodeCatalogue.aliases {
      #expect(!CodeCatalogue.entries.contains { $0.code == alias })
      #expect(CodeCatalogue.entries.contains { $0.code == code })
    }
  }

  @Test func `the search order puts the longest code first`() {
    let order = CodeCatalogue.longestFirst.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(order.first == "push_notification_wrong_credentials")
    #expect(order.last == "too_many_pn")
    #expect(order.map(\.utf8.count) == order.map(\.utf8.count).sorted(by: >))
    #expect(Set(order) == Set(CodeCatalogue.entries.map(\.code)))
    for (bytes, index) in CodeCatalogue.longestFirst {
      #expect(Array(CodeCatalogue.entries[index].code.utf8) == bytes)
    }
  }
}

/// Starts with a capital, ends with its only full stop.
func isOneSentence(_ text: String) -> Bool {
  text.count > 20 && text.first?.isUppercase == true && text.hasSuffix(".")
    && text.filter { $0 == "." }.count == 1
}

/// The lookup by bytes, from any bytes.
func indexOfUTF8(_ bytes: some Sequence<UInt8>) -> Int? {
  unsafe Array(bytes).withUnsafeBufferPointer { unsafe CodeCatalogue.index(ofUTF8: $0) }
}
