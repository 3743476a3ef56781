import LogModel

/// The words for who can mend what a code tells.
enum RemedyText {
  static func text(_ remedy: CatalogueEntry.Remedy) -> String {
    switch remedy {
    case .userRetry: "the user can try again"
    case .userAction: "the user must act"
    case .adminAction: "an administrator of the tenant must act"
    case .operatorAction: "the operator must act, with the provider"
    case .clientBug: "the developers of the client must act"
    }
  }
}
