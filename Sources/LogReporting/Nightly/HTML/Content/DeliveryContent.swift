import LogModel

/// How well each method worked.
struct DeliveryContent {
  let methods: [MethodRow]
  let hasMethods: Bool
  let otherMethods: MethodRow?
  let beforeMethod: String

  static let mostMethods = 30

  init(_ report: NightlyReport, _ words: PagePeriod) {
    let told = report.methods.prefix(DeliveryContent.mostMethods)
    let most = report.methods.map { max($0.share, $0.medianShare ?? 0) }.max() ?? 0
    methods = told.map { MethodRow($0, label: HTMLText.name($0.method), most: most) }
    hasMethods = !methods.isEmpty
    let rest = report.methods.dropFirst(told.count)
    let sum = MethodLine(
      method: .other, attempts: rest.reduce(0) { $0 + $1.attempts },
      failures: rest.reduce(0) { $0 + $1.failures })
    otherMethods =
      rest.isEmpty
      ? nil : MethodRow(sum, label: HumanNumber.counted(rest.count, "other method"), most: most)
    beforeMethod = words.beforeHead
  }
}
