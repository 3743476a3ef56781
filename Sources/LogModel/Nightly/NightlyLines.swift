/// A code in a period.
package struct CodeLine: Hashable, Sendable {
  package var code: Name
  package var kind: CodeKind
  package var level: RecoveryLevel
  /// What the catalogue knows; nil for codes outside it.
  package var entry: CatalogueEntry?
  package var errors: ComparedCount
  /// How many tenants have it.
  package var tenantCount: Int
  /// The tenants with the most of it, at most three; for a code that is gone or has fallen, those that
  /// had it the day before.
  package var tenants: [NamedCount]
  /// Errors by the bins of the timeline.
  package var bins: [Int]
  /// The worst verdict on it in the period; nil without one.
  package var severity: Severity?

  package init(
    code: Name, kind: CodeKind, level: RecoveryLevel, entry: CatalogueEntry?,
    errors: ComparedCount, tenantCount: Int, tenants: [NamedCount], bins: [Int],
    severity: Severity? = nil
  ) {
    self.code = code
    self.kind = kind
    self.level = level
    self.entry = entry
    self.errors = errors
    self.tenantCount = tenantCount
    self.tenants = tenants
    self.bins = bins
    self.severity = severity
  }
}

/// A tenant in a period.
package struct TenantLine: Hashable, Sendable {
  package var tenant: Name
  package var errors: ComparedCount
  /// Its error and normal records.
  package var records: Int
  /// Its codes with the most errors, at most three.
  package var codes: [NamedCount]
  /// Errors by the bins of the timeline.
  package var bins: [Int]
  /// The worst verdict on it in the period; nil without one.
  package var severity: Severity?

  package init(
    tenant: Name, errors: ComparedCount, records: Int, codes: [NamedCount], bins: [Int],
    severity: Severity? = nil
  ) {
    self.tenant = tenant
    self.errors = errors
    self.records = records
    self.codes = codes
    self.bins = bins
    self.severity = severity
  }
}

package struct NamedCount: Hashable, Sendable {
  package var name: Name
  package var count: Int

  package init(name: Name, count: Int) {
    self.name = name
    self.count = count
  }
}

/// The exact sum of what is not told one by one.
package struct RestLine: Hashable, Sendable {
  /// How many tenants or codes it is of.
  package var members: Int
  package var errors: Int
  package var records: Int
  package var users: UserCount?
  /// Errors by the bins of the timeline.
  package var bins: [Int]

  package init(members: Int, errors: Int, records: Int, users: UserCount?, bins: [Int]) {
    self.members = members
    self.errors = errors
    self.records = records
    self.users = users
    self.bins = bins
  }
}

/// How one method (push, SMS, one-time password) worked in a period.
package struct MethodLine: Hashable, Sendable {
  /// Unknown for records that tell no method.
  package var method: Name
  /// Error and normal records.
  package var attempts: Int
  package var failures: Int
  /// Failures over attempts in the period just before; nil where it had no attempt or is not known.
  package var shareBefore: Double?
  /// The median of that over all known earlier periods with attempts; nil without one.
  package var medianShare: Double?

  /// Failures over attempts, from 0 to 1.
  package var share: Double { attempts == 0 ? 0 : Double(failures) / Double(attempts) }

  package init(
    method: Name, attempts: Int, failures: Int, shareBefore: Double? = nil,
    medianShare: Double? = nil
  ) {
    self.method = method
    self.attempts = attempts
    self.failures = failures
    self.shareBefore = shareBefore
    self.medianShare = medianShare
  }
}
