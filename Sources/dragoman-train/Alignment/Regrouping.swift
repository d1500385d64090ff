import Text

/// Makes bitexts with beads of every type out of one whose sentences correspond one by one.
///
/// Translators of books and laws join and part sentences, and not at the same places. Of such
/// bitexts the development sets have none, so they are made: sentences are joined, parted at
/// commas, and joined across what was parted, on either side, as often as a made-up translator
/// would; some are dropped on one side.
struct Regrouping {
  /// How often what is done, drawn anew for every document.
  struct Habits {
    let joinsSource: Double
    let joinsTarget: Double
    let parts: Double
    let drops: Double
    let swaps: Double

    init(using generator: inout some RandomNumberGenerator) {
      func draw(_ choices: [Double]) -> Double { choices.randomElement(using: &generator) ?? 0 }
      joinsSource = draw([0, 0.05, 0.15, 0.35])
      joinsTarget = draw([0, 0.05, 0.15, 0.35])
      parts = draw([0, 0.1, 0.3, 0.6])
      drops = draw([0, 0, 0.02, 0.08])
      swaps = draw([0, 0, 0.01])
    }
  }

  /// A part of a sentence, or several joined; which of the original pairs are in it.
  private struct Segment {
    var text: String
    var pairs: Range<Int>
  }

  /// - Parameter document: one whose beads are all 1-1.
  static func regroup(
    _ document: GoldDocument, _ habits: Habits, name: String,
    using generator: inout some RandomNumberGenerator
  ) throws -> GoldDocument {
    var source: [Segment] = []
    var target: [Segment] = []
    for pair in 0..<min(document.source.sentences.count, document.target.sentences.count) {
      let isParted = Double.random(in: 0..<1, using: &generator) < habits.parts
      // Only one side: where both are, parts of it would be translations of parts.
      let isSource = Bool.random(using: &generator)
      let ar = document.source.string(pair)
      let en = document.target.string(pair)
      let sourceParts = isParted && isSource ? parts(ar, &generator) : [ar]
      let targetParts = isParted && !isSource ? parts(en, &generator) : [en]
      source += sourceParts.map { Segment(text: $0, pairs: pair..<pair + 1) }
      target += targetParts.map { Segment(text: $0, pairs: pair..<pair + 1) }
    }
    source = join(source, habits.joinsSource, &generator)
    target = join(target, habits.joinsTarget, &generator)
    return try assemble(source, target, habits, name, &generator)
  }

  /// Parts a sentence at one or two of its commas.
  private static func parts(
    _ text: String, _ generator: inout some RandomNumberGenerator
  ) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let places = scalars.indices.filter {
      $0 > 20 && $0 + 20 < scalars.count && scalars[$0] == " "
        && ["،", "؛", ",", ";", ":", "—", "–"].contains(scalars[$0 - 1])
    }
    let chosen = Set(
      places.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator)))
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if chosen.contains(place) {
        parts.append(String(part))
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    return parts + [String(part)]
  }

  private static func join(
    _ segments: [Segment], _ probability: Double, _ generator: inout some RandomNumberGenerator
  ) -> [Segment] {
    var joined: [Segment] = []
    for segment in segments {
      if let last = joined.last, last.pairs.count < 4,
        Double.random(in: 0..<1, using: &generator) < probability
      {
        joined[joined.count - 1].text += " " + segment.text
        joined[joined.count - 1].pairs = last.pairs.lowerBound..<segment.pairs.upperBound
      } else {
        joined.append(segment)
      }
    }
    return joined
  }

  /// Beads are what is connected: both sides are cut where both have a border between pairs.
  private static func assemble(
    _ source: [Segment], _ target: [Segment], _ habits: Habits, _ name: String,
    _ generator: inout some RandomNumberGenerator
  ) throws -> GoldDocument {
    func borders(_ segments: [Segment]) -> Set<Int> {
      // A border that a segment runs over, or inside a parted sentence, is none.
      Set(segments.map(\.pairs.upperBound)).subtracting(
        segments.flatMap { $0.pairs.dropFirst() })
    }
    let common = borders(source).intersection(borders(target)).sorted()
    var beads: [(source: [String], target: [String])] = []
    var i = 0
    var j = 0
    for border in common {
      let firsts = (i, j)
      while i < source.count, source[i].pairs.upperBound <= border { i += 1 }
      while j < target.count, target[j].pairs.upperBound <= border { j += 1 }
      beads.append(
        (source[firsts.0..<i].map(\.text), target[firsts.1..<j].map(\.text)))
    }
    var lines: (source: [String], target: [String]) = ([], [])
    var gold: [Link] = []
    func place(_ bead: (source: [String], target: [String]), targetAt: Int) -> Link {
      Link(
        source: bead.source.indices.map { lines.source.count + $0 },
        target: bead.target.indices.map { targetAt + $0 })
    }
    var at = 0
    while at < beads.count {
      let bead = beads[at]
      at += 1
      let chance = Double.random(in: 0..<1, using: &generator)
      // Beads too large for the aligner are left out.
      if bead.source.count + bead.target.count > 10 { continue }
      if chance < habits.drops {
        let isSource = Bool.random(using: &generator)
        for line in isSource ? bead.source : bead.target {
          gold.append(
            isSource
              ? Link(source: [lines.source.count], target: [])
              : Link(source: [], target: [lines.target.count]))
          if isSource { lines.source.append(line) } else { lines.target.append(line) }
        }
      } else if chance < habits.drops + habits.swaps, at < beads.count,
        bead.source.count + bead.target.count <= 3,
        beads[at].source.count + beads[at].target.count <= 3
      {
        let next = beads[at]
        at += 1
        gold.append(place(bead, targetAt: lines.target.count + next.target.count))
        lines.source += bead.source
        gold.append(place(next, targetAt: lines.target.count))
        lines.source += next.source
        lines.target += next.target + bead.target
      } else {
        gold.append(place(bead, targetAt: lines.target.count))
        lines.source += bead.source
        lines.target += bead.target
      }
    }
    return try GoldDocument(
      name: name, source: lines.source, target: lines.target, gold: gold)
  }
}
