import CChecksum

/// SHA-256 of a few bytes of a log.
enum Digest {
  /// The 32 bytes of the digest.
  static func of(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe digest.withUnsafeMutableBufferPointer { output in
        guard let place = output.baseAddress else { return }
        unsafe logstat_digest(input.baseAddress, input.count, place)
      }
    }
    return digest
  }
}
