import LogModel

extension CheckTextFormat {
  /// Writes what is new; nothing when nothing is.
  func write(_ news: AlertNewsText, to sink: inout TextSink) {
    guard let subject = news.subject else { return }
    sink.append(subject + "\n")
    for line in opening(news.report) { sink.append(line + "\n") }
    for transition in news.news.prefix(CheckTextFormat.mostIncidents) {
      sink.append("\n" + block(transition))
    }
    let more = news.news.count - CheckTextFormat.mostIncidents
    if more > 0 {
      sink.append("\nAnd \(HumanNumber.counted(more, "more change")); see all with -o json.\n")
    }
  }

  private func block(_ text: AlertTransitionText) -> String {
    var block = text.head + " "
    block += text.words.map(heading) ?? text.title + "\n"
    if let change = text.change { add("change", change, to: &block) }
    if let words = text.words { return block + facts(words, text.report.zone, isOver: text.isOver) }
    if let place = text.place { add("where", place, to: &block) }
    add("when", when(text.transition.alert.seconds, text.report.zone), to: &block)
    add("how bad", text.size, to: &block)
    return block
  }
}
