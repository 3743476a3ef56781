/// A code outside the provider's list of 33 that logs bear all the same; counted as `other`.
package struct KnownCode: Hashable, Sendable {
  /// As the logs write it.
  package let code: String
  /// What it means, in one sentence.
  package let meaning: String
  /// Where it comes from: the client library or page that knows it.
  package let origin: String

  package init(_ code: String, _ meaning: String, origin: String) {
    self.code = code
    self.meaning = meaning
    self.origin = origin
  }
}
