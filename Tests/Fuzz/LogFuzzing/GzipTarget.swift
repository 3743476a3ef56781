import LogInput
import LogModel
import LogTestSupport

/// Any bytes, in packets of any size and read into rooms of any size, come out as zlib's own reader of
/// gzip gives them, and end well or badly alike.
package struct GzipTarget: FuzzTarget {
  package static let name = "gzip"

  package init() {}

  package func complaint(about input: [UInt8]) -> String? {
    var input = FuzzInput(input)
    let bytes = input.chooses(0) ? ReferenceGzip.wrapped(input.bytes) : input.bytes
    guard bytes.count <= 8_192, let file = MemoryFile(bytes) else { return nil }
    guard let whole = read(file.source, rooms: { 65_536 }) else {
      return bytes.starts(with: [0x1F, 0x8B]) ? "gzip is not opened" : nil
    }
    let expected = ReferenceGzip.read(bytes)
    if whole.bytes != expected.bytes {
      return "\(whole.bytes.count) bytes are decoded, zlib decodes \(expected.bytes.count)"
    }
    if (whole.problem == nil) != expected.endsWell {
      return "told \(String(describing: whole.problem)), zlib ends well: \(expected.endsWell)"
    }
    // What is not packed goes straight into the rooms, and what a room has no place for is lost.
    guard bytes.starts(with: [0x1F, 0x8B]) else { return nil }
    let longest = [1, 7, 100, 4_096][Int(input.choice >> 1 & 3)]
    let longestRoom = [1, 5, 600, 70_000][Int(input.choice >> 3 & 3)]
    guard let pipe = MemoryFile(packets: packets(of: bytes, longest: longest, &input.random)) else {
      return "no pipe"
    }
    // A room of a byte is slow where much comes out of little.
    let shortest = max(1, min(longestRoom, whole.bytes.count / 2_000))
    let cut = read(pipe.source) { Int.random(in: shortest...longestRoom, using: &input.random) }
    if cut?.bytes != whole.bytes {
      return "packets up to \(longest) give \(cut?.bytes.count ?? -1) bytes, "
        + "one gives \(whole.bytes.count)"
    }
    if cut?.problem != whole.problem {
      return "packets up to \(longest) end with \(String(describing: cut?.problem)), "
        + "one with \(String(describing: whole.problem))"
    }
    return nil
  }

  private func packets(
    of bytes: [UInt8], longest: Int, _ random: inout SplitMix64
  ) -> [ArraySlice<UInt8>] {
    var packets: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      // The pipe holds so many packets; the last ones are as large as they have to be.
      let needed = rest.count / max(1, 190 - packets.count)
      let most = min(4_096, max(longest, needed + 1))
      let count =
        packets.count < 6 ? 1 : Int.random(in: min(most, needed + 1)...most, using: &random)
      packets.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return packets
  }

  /// Reads a source to its end; nil when it cannot be opened.
  private func read(
    _ source: InputSource, rooms: () -> Int
  ) -> (bytes: [UInt8], problem: SourceProblem?)? {
    guard let stream = try? ByteStream(opening: source) else { return nil }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 70_000)
    while true {
      let count = unsafe room.withUnsafeMutableBytes {
        unsafe stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<rooms()]))
      }
      if count == 0 { return (bytes, stream.problem) }
      bytes += room[..<count]
    }
  }
}
