import LogInput
import LogModel

/// All that a stream gave, and how it ended.
struct Reading: Equatable {
  var bytes: [UInt8] = []
  var problem: SourceProblem?
}

/// Reads a source to its end; each read has one of the `rooms`, in turn.
func read(_ source: InputSource, rooms: [Int] = [64 * 1024]) throws -> Reading {
  drain(try ByteStream(opening: source), rooms: rooms)
}

func read(path: String, rooms: [Int] = [64 * 1024]) throws -> Reading {
  try read(InputSource(name: path, place: .file(path: path)), rooms: rooms)
}

func drain(_ stream: ByteStream, rooms: [Int] = [64 * 1024]) -> Reading {
  var reading = Reading()
  var turn = 0
  while true {
    let bytes = readOnce(stream, room: rooms[turn % rooms.count])
    if bytes.isEmpty { break }
    reading.bytes += bytes
    turn += 1
  }
  reading.problem = stream.problem
  return reading
}

func readOnce(_ stream: ByteStream, room: Int) -> [UInt8] {
  var block = [UInt8](repeating: 0xEE, count: room)
  let count = unsafe block.withUnsafeMutableBytes { unsafe stream.read(into: $0) }
  return Array(block.prefix(count))
}
