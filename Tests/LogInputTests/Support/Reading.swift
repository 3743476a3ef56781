import Dispatch
import Foundation
import LogInput
import LogModel

/// All that a stream gave, and how it ended.
struct Reading: Equatable {
  var bytes: [UInt8] = []
  var problem: SourceProblem?
}

extension Reading {
  /// Whether this is what another reading of the same input gave, however that was cut.
  ///
  /// ISA-L looks at up to three symbols at once and at a whole header: where it notices a damage, and
  /// whether it gives the last two bytes before a cut, depends on the bytes that it has at that moment.
  func agrees(with other: Reading) -> Bool {
    #if ISAL
      guard problem != nil else { return self == other }
      let common = min(bytes.count, other.bytes.count)
      guard bytes.prefix(common) == other.bytes.prefix(common),
        max(bytes.count, other.bytes.count) - common <= 2
      else { return false }
      guard case .corruptGzip(let damage, let place) = problem,
        case .corruptGzip(let otherDamage, let otherPlace) = other.problem
      else { return problem == other.problem }
      return damage == otherDamage && abs(place - otherPlace) <= 16
    #else
      return self == other
    #endif
  }
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

/// Reads like `read`, but from the read with the number `turn` on another thread reads ahead.
func readAhead(path: String, from turn: Int, rooms: [Int] = [64 * 1024]) throws -> Reading {
  let source = InputSource(name: path, place: .file(path: path))
  var reader = StreamReader(try ByteStream(opening: source))
  var reading = Reading()
  for number in 0... {
    if number == turn { letAnotherThreadRead(&reader) }
    let bytes = readOnce(&reader, room: rooms[number % rooms.count])
    if bytes.isEmpty { break }
    reading.bytes += bytes
  }
  reading.problem = reader.problem
  return reading
}

/// Starts a thread that reads ahead; the group is empty again when it has come back.
@discardableResult
func letAnotherThreadRead(_ reader: inout StreamReader) -> DispatchGroup {
  let group = DispatchGroup()
  let stream = reader.stream
  group.enter()
  Thread.detachNewThread {
    stream.readAhead()
    group.leave()
  }
  reader.becomeReadAhead()
  return group
}

func readOnce(_ reader: inout StreamReader, room: Int) -> [UInt8] {
  var block = [UInt8](repeating: 0xEE, count: room)
  let count = unsafe block.withUnsafeMutableBytes { unsafe reader.read(into: $0) }
  return Array(block.prefix(count))
}
