/// The 33 codes of the provider's list, their aliases, and the known codes outside it.
package enum CodeCatalogue {
  /// The 33, in the order of the provider's list. Indices into it are stable within a build.
  package static let entries: [CatalogueEntry] = []

  /// Other spellings of a code, such as `device_account_conflict` for `enrollment_conflict`.
  package static let aliases: [(alias: String, code: String)] = [
    ("device_account_conflict", "enrollment_conflict")
  ]
}
