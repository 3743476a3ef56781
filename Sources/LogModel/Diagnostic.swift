/// Something the user should know about a run beside its result.
///
/// Facts only; the front door makes words.
package struct Diagnostic: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case problem(SourceProblem)
    /// The same file (device and inode) was given again; it was counted once.
    case sameFile(as: String)
    case rejected(Rejection.Reason, column: Int)
    /// Bytes behind the last line feed of a damaged or cut input, which were not counted.
    case cutBytes(Int)
    /// Elements of arrays that are no objects.
    case ignoredElements(Int)
    /// Lines with invalid UTF-8 or a lone surrogate in a string.
    case repaired(Int)
    /// Most records lack this; the first number of the second.
    case mostlyUntimed(Int, of: Int)
    case mostlyUntenanted(Int, of: Int)
    case noCode(records: Int)
    /// No record had a time, a tenant or a code: a wrong field name must not look like health.
    case nothingRecognised(records: Int)
    /// Records whose time tells no offset, and was taken for UTC.
    case assumedUTC(Int)
    /// Records more than a day ahead of `--now`.
    case aheadOfNow(Int)
    /// More groups than `--max-groups`.
    case folded(limit: Int)
    /// More malformed lines than `--max-malformed` or `--strict` allow.
    case tooManyMalformed(Int, of: Int, limit: MalformedLimit)
    /// A directory that was given held no file to read.
    case noFiles
    /// Lines behind this byte were lost before they could be read; so many bytes are known of, 0 when
    /// nobody can tell.
    case gap(offset: Int, missing: Int)
    /// The books do not balance: a bug of ours.
    case unbalanced
  }

  package var kind: Kind
  /// The input it speaks of, as the user gave it; nil when it speaks of the whole run.
  package var file: String?
  /// The first line is 1; nil when it speaks of the whole input.
  package var line: Int?

  package init(_ gap: ReadGap) {
    self.init(
      .gap(offset: gap.offset, missing: gap.missing),
      file: String(decoding: gap.path, as: UTF8.self))
  }

  package init(_ kind: Kind, file: String? = nil, line: Int? = nil) {
    self.kind = kind
    self.file = file
    self.line = line
  }
}
