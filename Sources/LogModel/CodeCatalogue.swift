/// The 33 codes of the provider's list, their aliases, and the known codes outside it.
package enum CodeCatalogue {
  /// The 33, in the order of the provider's list.
  ///
  /// Indices into it are stable within a build. A new code is one entry in `Catalogue/` and its name
  /// here.
  package static let entries: [CatalogueEntry] = [
    invalidToken, insufficientScope, invalidBearerFormat, enrollmentConflict, tenantNotFound,
    loginTransactionNotFound, errorSendingPushNotification, pushNotificationWrongCredentials,
    invalidOTP, invalidRecoveryCode, invalidBody, invalidQueryString,
    enrollmentTransactionNotFound, invalidPhoneNumber, errorSendingSMS, featureDisabled,
    featureDisabledByAdmin, pushEndpointDisabled, tooManySMS, tooManyPush, tooManySMSPerTenant,
    tooManyPushPerTenant, fieldRequired, methodNotFound, noMethodAvailable,
    enrollmentMethodDisabled, authMethodDisabled, invalidOTPFormat, invalidRecoveryCodeFormat,
    transactionExpired, alreadyEnrolled, notEnrolled, invalidEnrollment,
  ]

  /// Other spellings of a code, such as `device_account_conflict` for `enrollment_conflict`.
  package static let aliases: [(alias: String, code: String)] = [
    ("device_account_conflict", "enrollment_conflict")
  ]

  /// The index in `entries` of a code or an alias of one, compared byte by byte.
  ///
  /// Called for every record, so it makes no `String` and allocates nothing.
  package static func index(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    unsafe names.value(of: bytes)
  }

  /// The index in `entries` of a code or an alias of one.
  package static func index(of name: String) -> Int? { names.value(of: name) }

  /// The entry of a code or an alias of one.
  package static func entry(named name: String) -> CatalogueEntry? {
    index(of: name).map { entries[$0] }
  }

  /// The 33 as bytes with their indices in `entries`, the longest first.
  ///
  /// In this order a search for whole tokens finds `too_many_pn_per_tenant` before its beginning
  /// `too_many_pn`. Codes of one length stand in the order of their bytes.
  package static let longestFirst: [(bytes: [UInt8], index: Int)] =
    entries.indices
    .map { (bytes: Array(entries[$0].code.utf8), index: $0) }
    .sorted { left, right in
      left.bytes.count != right.bytes.count
        ? left.bytes.count > right.bytes.count
        : left.bytes.lexicographicallyPrecedes(right.bytes)
    }

  private static let names: ByteNames = {
    var values: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { values[entry.code] = index }
    var pairs = entries.enumerated().map { (name: $1.code, value: $0) }
    for (alias, code) in aliases {
      if let index = values[code] { pairs.append((name: alias, value: index)) }
    }
    return ByteNames(pairs)
  }()
}
