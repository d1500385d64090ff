import Dispatch
import Foundation
import ICU
import Text

package struct EvidenceBox: Sendable {
  let table: EvidenceTable
  package init(_ s: SegmentedText, _ t: SegmentedText, sources: [any EvidenceSource]) throws { table = try EvidenceTable(s, t, sources: sources) }
}

/// A document with gold links, ready to be learned from.
package final class TrainingCase: @unchecked Sendable {
  let alignment: Alignment
  var places: [Int32] = []      // candidate place in beads
  var features: [Float] = []    // rows of BeadFeature.count
  var nullFeatures: [Float] = [] // omissions first, further; insertions first, further
  var isGold: [Bool] = []
  var goldOmission: [Bool]
  var goldInsertion: [Bool]
  package var candidateCount: Int { places.count }

  package init?(_ source: SegmentedText, _ target: SegmentedText, _ evidence: EvidenceBox, _ vectors: (any BlockVectors)?, _ model: BeadModel, gold: [Link], usesRates: Bool) {
    alignment = Alignment(source, target, evidence: evidence.table, vectors: vectors, model: model, options: AlignerOptions())
    let n = source.sentences.count, m = target.sentences.count
    var goldSet = Set<Link>()
    goldOmission = Array(repeating: true, count: n)
    goldInsertion = Array(repeating: true, count: m)
    for link in gold where link.isTwoSided {
      goldSet.insert(link)
      for s in link.source { goldOmission[s] = false }
      for t in link.target { goldInsertion[t] = false }
    }
    var rates = DocumentRates.unknown
    if usesRates { rates = Lattice(alignment.scores(alignment.scorer(.unknown), model)).posteriors().rates }
    let scorer = alignment.scorer(rates)
    var f = [Float](repeating: 0, count: BeadFeature.count)
    var found = 0
    alignment.forEachCandidate(scorer) { place, s, t in
      scorer.features(s, t, into: &f)
      places.append(Int32(place)); features += f
      let g = goldSet.contains(Link(source: Array(s), target: Array(t)))
      isGold.append(g); if g { found += 1 }
    }
    for i in 0..<n { for b in [false, true] { scorer.features(.source, i, isFurther: b, into: &f); nullFeatures += f } }
    for i in 0..<m { for b in [false, true] { scorer.features(.target, i, isFurther: b, into: &f); nullFeatures += f } }
    if found != goldSet.count { return nil }
  }

  func scores(_ w: [Float], goldOnly: Bool) -> LatticeScores {
    let F = BeadFeature.count
    let n = goldOmission.count, m = goldInsertion.count
    var s = LatticeScores(band: alignment.band, types: alignment.types, sources: n, targets: m)
    features.withUnsafeBufferPointer { f in
      for (k, p) in places.enumerated() where !goldOnly || isGold[k] {
        var x: Float = 0
        for a in 0..<F { x += w[a] * f[k * F + a] }
        s.beads[Int(p)] = x
      }
    }
    func null(_ r: Int) -> Float { var x: Float = 0; for a in 0..<F { x += w[a] * nullFeatures[r * F + a] }; return x }
    for i in 0..<n { s.omissions[i] = goldOnly && !goldOmission[i] ? (-.infinity, -.infinity) : (null(2 * i), null(2 * i + 1)) }
    for i in 0..<m { s.insertions[i] = goldOnly && !goldInsertion[i] ? (-.infinity, -.infinity) : (null(2 * (n + i)), null(2 * (n + i) + 1)) }
    s.swap = w[BeadFeature.swap.rawValue]
    return s
  }

  func expected(_ p: Posteriors, _ sign: Float, _ g: inout [Float]) {
    let F = BeadFeature.count, n = goldOmission.count
    for (k, place) in places.enumerated() {
      let q = p.beads[Int(place)] * sign
      if abs(q) > 1e-7 { for a in 0..<F { g[a] += q * features[k * F + a] } }
    }
    func add(_ r: Int, _ q: Float) { if q != 0 { for a in 0..<F { g[a] += sign * q * nullFeatures[r * F + a] } } }
    for (i, x) in p.omissions.enumerated() { add(2 * i, x.first); add(2 * i + 1, x.further) }
    for (i, x) in p.insertions.enumerated() { add(2 * (n + i), x.first); add(2 * (n + i) + 1, x.further) }
    g[BeadFeature.swap.rawValue] += sign * p.swaps
  }

  /// Log-likelihood of gold and its gradient.
  func likelihood(_ w: [Float]) -> (Double, [Float]) {
    var g = [Float](repeating: 0, count: BeadFeature.count)
    let free = Lattice(scores(w, goldOnly: false)), gold = Lattice(scores(w, goldOnly: true))
    guard gold.total > -.infinity, free.total > -.infinity else { return (0, g) }
    expected(gold.posteriors(), 1, &g)
    expected(free.posteriors(), -1, &g)
    return (gold.total - free.total, g)
  }
}

package enum Training {
  package static func align(_ s: SegmentedText, _ t: SegmentedText, _ e: EvidenceBox, _ v: (any BlockVectors)?, _ m: BeadModel) -> [Bead] {
    Alignment(s, t, evidence: e.table, vectors: v, model: m, options: AlignerOptions()).beads(m)
  }

  package static func start(lexical: Bool) -> BeadModel {
    var m = BeadModel(weights: [])
    m[.oneTwo] = -2; m[.twoOne] = -2; m[.twoTwo] = -4; m[.oneMany] = -3; m[.manyOne] = -3; m[.manyMany] = -4; m[.size] = -1
    m[.omission] = -3; m[.insertion] = -3; m[.omissionRun] = -1.5; m[.insertionRun] = -1.5; m[.swap] = -5
    m[.omissionRate] = 0.5; m[.insertionRate] = 0.5; m[.groupRate] = 0.5
    m[.omission] += 1.5; m[.insertion] += 1.5; m[.omissionRun] += 1.5; m[.insertionRun] += 1.5
    m[.oneTwo] += 1.5; m[.twoOne] += 1.5
    m[.lengthOfPair] = 0.5; m[.lengthOfBlock] = 0.5
    m[.crossedParagraph] = -0.8; m[.mismatchedParagraph] = -0.5
    for k in BeadFeature.sharedNumber.rawValue...BeadFeature.sharedMark.rawValue { m.weights[k] = lexical ? 0.8 : 0.3 }
    if !lexical { m[.cosine] = 8; m[.density] = -4; m[.bead] = -2; m[.gain] = 2 }
    return m
  }

  /// Weights whose prior is their starting value.
  package static func fit(_ cases: [TrainingCase], from start: BeadModel, lexical: Bool, penalty: Double, iterations: Int) -> BeadModel {
    let F = BeadFeature.count
    let prior = Training.start(lexical: lexical).weights.map(Double.init)
    var fixed = Set([BeadFeature.crossedParagraph.rawValue, BeadFeature.mismatchedParagraph.rawValue])
    if lexical { for f in BeadFeature.cosine.rawValue...BeadFeature.gain.rawValue { fixed.insert(f) } }
    func value(_ x: [Double]) -> (Double, [Double]) {
      let w = x.map(Float.init)
      let lock = NSLock()
      nonisolated(unsafe) var total = 0.0
      nonisolated(unsafe) var g = [Double](repeating: 0, count: F)
      DispatchQueue.concurrentPerform(iterations: cases.count) { k in
        let (l, d) = cases[k].likelihood(w)
        lock.withLock { total += l; for a in 0..<F { g[a] += Double(d[a]) } }
      }
      // Minimise the negative, with a Gaussian prior.
      var v = -total
      for a in 0..<F {
        let d = x[a] - prior[a]
        v += penalty * d * d
        g[a] = -g[a] + 2 * penalty * d
        if fixed.contains(a) { g[a] = 0 }
      }
      return (v, g)
    }
    var x = start.weights.map(Double.init)
    var (fx, gx) = value(x)
    print("start", fx)
    var S: [[Double]] = [], Y: [[Double]] = []
    func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    for it in 0..<iterations {
      var q = gx; var al: [Double] = []
      for (s, y) in zip(S, Y).reversed() { let a = dot(s, q) / dot(y, s); al.append(a); for k in 0..<F { q[k] -= a * y[k] } }
      if let s = S.last, let y = Y.last { let c = dot(s, y) / dot(y, y); for k in 0..<F { q[k] *= c } } else { let c = 1 / max(1, dot(q, q).squareRoot()); for k in 0..<F { q[k] *= c } }
      for ((s, y), a) in zip(zip(S, Y), al.reversed()) { let b = dot(y, q) / dot(y, s); for k in 0..<F { q[k] += s[k] * (a - b) } }
      var step = 1.0; var ok = false
      for _ in 0..<12 {
        let nx = zip(x, q).map { $0 - step * $1 }
        let (nf, ng) = value(nx)
        if nf < fx - 1e-4 * step * dot(gx, q) {
          S.append(zip(nx, x).map { $0 - $1 }); Y.append(zip(ng, gx).map { $0 - $1 })
          if dot(S.last!, Y.last!) <= 1e-10 { S.removeLast(); Y.removeLast() }
          if S.count > 10 { S.removeFirst(); Y.removeFirst() }
          let improvement = fx - nf
          x = nx; fx = nf; gx = ng; ok = improvement > 1e-5 * abs(fx)
          break
        }
        step *= 0.4
      }
      if it % 10 == 9 { print("it", it, fx) }
      if !ok { print("it", it, fx, "done"); break }
    }
    return BeadModel(weights: x.map(Float.init))
  }
}
