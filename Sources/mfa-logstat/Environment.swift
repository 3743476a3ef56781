import Glibc

/// The variables of the process; an empty variable counts as one that is not set.
struct Environment {
  func callAsFunction(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
