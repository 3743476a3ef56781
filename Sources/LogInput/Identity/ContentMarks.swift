/// Which bytes of a log make its fingerprint.
package struct ContentMarks: Hashable, Sendable {
  /// How many of the first bytes; positive.
  package var head: Int
  /// How many bytes before a position; positive and at most `head`.
  package var tail: Int

  package init(head: Int, tail: Int) {
    self.head = head
    self.tail = tail
  }

  /// What is stored.
  ///
  /// A line with a time is shorter than the tail, so that a tail is hardly ever met
  /// twice; the head is one page of a disk.
  package static let standard = ContentMarks(head: 4_096, tail: 256)
}
