/// A path that the user names for a field (`--field tenant=org.name`); it beats the built-in lists.
package struct FieldOverride: Hashable, Sendable {
  /// The fields that a path can be named for.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case tenant
    case time
    case code
    case user
    case method
  }

  package let field: Field
  /// Dotted, as the user wrote it; not empty.
  package let path: String

  package init(field: Field, path: String) {
    self.field = field
    self.path = path
  }
}

extension FieldOverride.Field {
  var group: FieldTable.Group {
    switch self {
    case .tenant: .tenantOverride
    case .time: .timeOverride
    case .code: .codeOverride
    case .user: .userOverride
    case .method: .methodOverride
    }
  }
}
