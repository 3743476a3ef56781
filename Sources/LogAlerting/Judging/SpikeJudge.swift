import LogModel

/// Finds the windows in which there is far more than there usually is.
struct SpikeJudge {
  let policy: SpikePolicy
  let windowSeconds: Int64

  /// `spikes` are what was found before the windows that are judged, by time.
  func findings(
    in table: MeasureTable, scope: JudgingScope, after spikes: [FiredSpike] = []
  ) -> [Finding] {
    let detector = SpikeDetector(policy: policy, windowSeconds: windowSeconds)
    return judgements(in: table, scope: scope, after: spikes).filter(\.judgement.fired).map {
      finding($0, $1, kind: detector.kind(of: $1))
    }
  }

  /// Judgements of what fired and of what is asked for, by series and window.
  ///
  /// `questions` are windows of series in UTC seconds.
  func judgements(
    in table: MeasureTable, scope: JudgingScope, after spikes: [FiredSpike] = [],
    questions: [(series: Int, seconds: Range<Int64>)] = []
  ) -> [(series: Int, judgement: SpikeJudgement)] {
    let detector = SpikeDetector(policy: policy, windowSeconds: windowSeconds)
    let history = spikes.isEmpty ? [] : history(spikes, in: table)
    var all: [(series: Int, judgement: SpikeJudgement)] = []
    for stretch in scope.stretches {
      let first = stretch.lowerBound.flooredQuotient(by: windowSeconds)
      let end = min(
        (stretch.upperBound + windowSeconds - 1).flooredQuotient(by: windowSeconds),
        scope.closedBefore.flooredQuotient(by: windowSeconds))
      let from = max(first, scope.judgedFrom.flooredQuotient(by: windowSeconds))
      guard from < end else { continue }
      let (series, numbers) = series(
        in: table, windows: first..<end, asked: questions.map(\.series))
      var places: [Int: Int] = [:]
      for (place, number) in numbers.enumerated() { places[number] = place }
      var memory = SpikeMemory()
      memory.fit(spans: detector.spans.count, series: series.count)
      for (number, kind, window) in history where (first..<from).contains(window) {
        if let place = places[number] { memory.fired[kind][place].append(window) }
      }
      let asked = questions.compactMap { question -> SpikeQuestion? in
        let windows =
          question.seconds.lowerBound.flooredQuotient(
            by: windowSeconds)..<(question.seconds
          .upperBound + windowSeconds - 1).flooredQuotient(by: windowSeconds)
        guard let place = places[question.series] else { return nil }
        let known = windows.clamped(to: first..<end)
        return known.isEmpty ? nil : SpikeQuestion(series: place, windows: known)
      }
      let judgements = detector.judge(
        series, observedFrom: first, windows: from..<end, memory: &memory, questions: asked)
      all += judgements.map { (numbers[$0.series], $0) }
    }
    return all.sorted {
      ($0.series, $0.judgement.window, $0.judgement.span)
        < ($1.series, $1.judgement.window, $1.judgement.span)
    }
  }

  /// The series and windows of spikes.
  private func history(
    _ spikes: [FiredSpike], in table: MeasureTable
  ) -> [(series: Int, kind: Int, window: Int64)] {
    var numbers: [SeriesKey: Int] = [:]
    for (number, key) in table.series.enumerated() { numbers[key] = number }
    return spikes.compactMap { spike in
      // A series whose counts are out of reach has no part in anything any more.
      numbers[spike.series].map {
        ($0, spike.kind, spike.start.flooredQuotient(by: windowSeconds))
      }
    }
  }

  /// The series with errors in some windows, and their places in the table.
  ///
  /// Where some windows of a series name users, one that names none counts every error as a user.
  private func series(
    in table: MeasureTable, windows: Range<Int64>, asked: [Int]
  ) -> ([SpikeSeries], [Int]) {
    var all: [SpikeSeries] = []
    var numbers: [Int] = []
    for number in table.series.indices {
      let measures = table[number].drop { $0.window < windows.lowerBound }
        .prefix { $0.window < windows.upperBound }
      guard !measures.isEmpty || asked.contains(number) else { continue }
      let knowsUsers = measures.contains { $0.users != nil }
      var series = SpikeSeries(reservingCapacity: measures.count)
      for measure in measures {
        series.append(
          window: measure.window, count: UInt64(measure.count),
          users: knowsUsers ? UInt64(measure.users ?? measure.count) : nil)
      }
      all.append(series)
      numbers.append(number)
    }
    return (all, numbers)
  }

  private func finding(_ series: Int, _ judgement: SpikeJudgement, kind: Int) -> Finding {
    Finding(
      series: series, window: judgement.window, span: judgement.span, severity: policy.severity,
      count: Int(clamping: judgement.count), users: judgement.users.map { Int(clamping: $0) },
      gates: { _ in judgement.gates }, forecast: judgement.forecast(windowSeconds: windowSeconds),
      spikeKind: kind)
  }
}

extension SpikeJudgement {
  /// The three gates, and the users where they are known.
  var gates: [LogModel.Gate] {
    func told(_ name: LogModel.Gate.Name, _ gate: Gate) -> LogModel.Gate {
      LogModel.Gate(name, passed: gate.passed, value: gate.value, needed: gate.needed)
    }
    return [told(.count, material)] + (spread.map { [told(.users, $0)] } ?? [])
      + [told(.large, large), told(.significant, significant)]
  }

  func forecast(windowSeconds: Int64) -> Forecast {
    Forecast(
      expected: expected, bound: bound, dispersion: dispersion, p: p, q: q, level: level,
      family: family, baseline: baseline.told,
      baselineSeconds: baselineWindows.map {
        $0.lowerBound * windowSeconds..<$0.upperBound * windowSeconds
      }, isTold: isTold)
  }
}

extension SpikeJudgement.Baseline {
  fileprivate var told: Forecast.Baseline {
    switch self {
    case .trailing: .trailing
    case .recent: .recent
    case .sameTime: .sameTime
    case .mean: .mean
    case .floor: .floor
    case .conditional: .conditional
    case .none: .none
    }
  }
}
