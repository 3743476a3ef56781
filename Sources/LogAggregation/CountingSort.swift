/// Sorts numbers by small keys without comparing them.
enum CountingSort {
  /// The numbers in ascending order of their keys; equals stay in their order.
  ///
  /// Keys are not negative, and the greatest not much more than there are numbers: it takes time and
  /// memory like another number.
  @inline(__always)
  static func sorted(_ numbers: [UInt32], by key: (Int) -> Int) -> [UInt32] {
    var greatest = 0
    for number in numbers { greatest = max(greatest, key(Int(number))) }
    guard greatest > 0 else { return numbers }
    /// Where the next number of each key goes.
    var places = Array(repeating: UInt32(0), count: greatest + 2)
    for number in numbers { places[key(Int(number)) + 1] += 1 }
    for index in 1..<places.count { places[index] += places[index - 1] }
    var sorted = Array(repeating: UInt32(0), count: numbers.count)
    for number in numbers {
      let index = key(Int(number))
      sorted[Int(places[index])] = number
      places[index] += 1
    }
    return sorted
  }

  /// Where each number stands in `order`; 0 for those that do not.
  static func places(of order: [UInt32], count: Int) -> [UInt32] {
    var places = Array(repeating: UInt32(0), count: count)
    for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
    return places
  }
}
