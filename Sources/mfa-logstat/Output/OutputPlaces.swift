/// Makes sure that no file is written twice, or read and written: it would end as neither wanted.
enum OutputPlaces {
  /// - Parameters:
  ///   - paths: Where outputs go; nil is standard output.
  ///   - inputs: What is read.
  /// - Throws: With 64 when two of them are one file.
  static func check(_ paths: [String?], inputs: InputList) throws(Complaint) {
    let read = Set(inputs.paths.compactMap(FileIdentity.init(input:)))
    var written: Set<FileIdentity> = []
    for path in paths {
      guard let path else {
        guard written.insert(.standardOutput).inserted else {
          throw Complaint("two outputs go to standard output; give one a file: -o FORMAT:FILE")
        }
        continue
      }
      guard let identity = FileIdentity(path: path) else { continue }
      if read.contains(identity) {
        throw Complaint(
          "\(Quoted(path)) is both an input and an output; write to a file of its own")
      }
      guard written.insert(identity).inserted else {
        throw Complaint("two outputs go to \(Quoted(path)); give each a file of its own")
      }
    }
  }
}
