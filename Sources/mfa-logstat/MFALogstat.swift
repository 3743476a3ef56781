/// The front door.
@main
struct MFALogstat {
  static func main() {}
}
