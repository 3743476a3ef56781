/// Shares in percent.
enum ShareText {
  /// `12.3%`; a dash where there is nothing to have a share of.
  static func share(_ part: Int, of whole: Int) -> String {
    whole <= 0 ? "–" : HumanNumber.percent(Double(part) / Double(whole))
  }

  static func share(_ share: Double?) -> String { share.map(HumanNumber.percent) ?? "–" }
}
