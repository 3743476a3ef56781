import Glibc

/// The variables of the process, as `NativeText`; an empty variable counts as one that is not set.
struct Environment {
  func callAsFunction(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe NativeText.text(of: value)
    return text.isEmpty ? nil : text
  }
}
