import LogModel

/// What must be known of a file to tell whether it holds the bytes of a log that was read before.
///
/// Of a plain file everything is read where it stands. A compressed one is decompressed once, and only
/// when something with the same first bytes is known.
final class ContentScan {
  let file: LogFile
  /// The first decompressed bytes, at most as many as the marks say.
  let head: [UInt8]
  /// How many decompressed bytes there are; nil for a compressed file that was not walked through.
  private(set) var length: Int?
  /// What kept from reading something that was asked for; then nothing follows from what is not found.
  private(set) var failure: InputError?
  private let marks: ContentMarks
  /// By offset, the digest of the bytes before it.
  private var tails: [Int: [UInt8]] = [:]
  private var heads: [Int: [UInt8]] = [:]

  init(_ file: LogFile, marks: ContentMarks) throws(InputError) {
    self.file = file
    self.marks = marks
    if file.isCompressed {
      var stream = BlockStream(try ByteStream(reading: file))
      var bytes: [UInt8] = []
      while bytes.count < marks.head, let block = try stream.next() { bytes += block }
      head = Array(bytes.prefix(marks.head))
    } else {
      head = try file.rawBytes(in: 0..<marks.head)
      length = file.rawSize
    }
  }

  /// Decompresses the file, and keeps what stands before some offsets.
  func walk(offsets: [Int]) {
    guard file.isCompressed else { return }
    do throws(InputError) {
      try decompress(offsets: offsets)
    } catch {
      failure = error
    }
  }

  private func decompress(offsets: [Int]) throws(InputError) {
    var stream = BlockStream(try ByteStream(reading: file))
    var wanted = Set(offsets).sorted()[...]
    var recent = RecentBytes(limit: marks.tail)
    var position = 0
    while let block = try stream.next() {
      while let offset = wanted.first, offset <= position + block.count {
        let part = block[..<(block.startIndex + offset - position)]
        tails[offset] = Digest.of((recent.bytes + part.suffix(marks.tail)).suffix(marks.tail))
        wanted = wanted.dropFirst()
      }
      unsafe block.withUnsafeBytes { unsafe recent.add($0) }
      position += block.count
    }
    length = position
    tails[position] = Digest.of(recent.bytes)
  }

  /// The digest of the first bytes before an offset; nil when the file is shorter.
  func headDigest(before offset: Int) -> [UInt8]? {
    let count = min(offset, marks.head)
    guard head.count >= count else { return nil }
    if let known = heads[count] { return known }
    let digest = Digest.of(head.prefix(count))
    heads[count] = digest
    return digest
  }

  /// The digest of the last bytes before an offset; nil when the file is shorter, or compressed and not
  /// walked for this offset.
  func tailDigest(before offset: Int) -> [UInt8]? {
    if let known = tails[offset] { return known }
    guard !file.isCompressed, offset <= file.rawSize else { return nil }
    let start = max(0, offset - marks.tail)
    let bytes = rawBytes(in: start..<offset)
    guard bytes.count == offset - start else { return nil }
    let digest = Digest.of(bytes)
    tails[offset] = digest
    return digest
  }

  /// Whether the first bytes are those of a log that was read.
  func begins(like position: ReadPosition) -> Bool {
    headDigest(before: position.offset) == position.head
  }

  /// Whether the file goes on where a log was left.
  func continues(_ position: ReadPosition) -> Bool {
    position.offset > 0 && begins(like: position)
      && tailDigest(before: position.offset) == position.tail
  }

  /// Whether all that the file holds stands at the beginning of another.
  func isBeginning(of other: ContentScan) -> Bool {
    guard let length, length > 0, let otherLength = other.length, length <= otherLength,
      head.count <= other.head.count, other.head.starts(with: head),
      let tail = tailDigest(before: length)
    else { return false }
    return other.tailDigest(before: length) == tail
  }

  /// A guess at how many decompressed bytes there are: what the last member says of itself
  /// (RFC 1952, 2.3.1).
  var guessedLength: Int {
    if let length { return length }
    let last = rawBytes(in: max(0, file.rawSize - 4)..<file.rawSize)
    return last.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// None when it failed.
  private func rawBytes(in range: Range<Int>) -> [UInt8] {
    do throws(InputError) {
      return try file.rawBytes(in: range)
    } catch {
      failure = error
      return []
    }
  }
}

/// The bytes of a stream, a block at a time.
struct BlockStream {
  private let stream: ByteStream
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  init(_ stream: ByteStream) { self.stream = stream }

  /// Nil at the end, which may be that of what is not damaged.
  ///
  /// - Throws: `SourceProblem.readFailed` when the system refuses.
  mutating func next() throws(InputError) -> ArraySlice<UInt8>? {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe stream.read(into: $0) }
    guard count == 0 else { return buffer[..<count] }
    if let problem = stream.problem, case .readFailed = problem { throw InputError(problem) }
    return nil
  }
}

extension LogFile {
  /// What a compressed file is known by without decompressing it; nil for a plain one.
  ///
  /// - Throws: `SourceProblem.readFailed` when the system refuses.
  func packedFingerprint() throws(InputError) -> PackedFingerprint? {
    guard isCompressed else { return nil }
    let marks = ContentMarks.standard
    let bytes =
      try rawBytes(in: 0..<marks.head) + rawBytes(in: max(0, rawSize - marks.tail)..<rawSize)
    return PackedFingerprint(size: rawSize, digest: Digest.of(bytes))
  }
}
