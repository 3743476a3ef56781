import Foundation
import Glibc
import Testing

/// A terminal without a screen, 100 columns wide: `own` is what programs see of it.
struct Screen {
  let own: FileHandle
  let other: FileHandle

  init() throws {
    // Linux, ioctl_tty(2): a new pair, unlocked, and the number of its other end.
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, UInt32) = (0, 0)
    try #require(unsafe ioctl(master, 0x4004_5431, &lock) == 0)
    try #require(unsafe ioctl(master, 0x8004_5430, &number) == 0)
    let slave = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    try #require(unsafe ioctl(slave, UInt(TIOCSWINSZ), &size) == 0)
    own = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    other = FileHandle(fileDescriptor: master, closeOnDealloc: true)
  }

  /// What was written to the screen, up to `text`.
  func read(until text: String) -> String {
    var seen = ""
    while !seen.contains(text) {
      let data = other.availableData
      if data.isEmpty { break }
      seen += String(decoding: data, as: UTF8.self)
    }
    return seen
  }
}
