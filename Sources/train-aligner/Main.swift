import Alignment
import Dispatch
import Foundation
import Interchange
import Text
import Workbench

final class FileVectors: BlockVectors, @unchecked Sendable {
  let dimensions = 512
  let data: [Side: Data]
  init(_ s: String, _ t: String) throws {
    data = [.source: try Data(contentsOf: URL(fileURLWithPath: s), options: .alwaysMapped),
      .target: try Data(contentsOf: URL(fileURLWithPath: t), options: .alwaysMapped)]
  }
  func write(_ blocks: [Range<Int>], of side: Side, into rows: inout [Float]) {
    rows.removeAll(keepingCapacity: true)
    data[side]!.withUnsafeBytes { raw in
      let f = raw.bindMemory(to: Float.self)
      for b in blocks {
        let at = (b.lowerBound * 9 + min(b.count, 9) - 1) * 512
        rows.append(contentsOf: f[at..<at + 512])
      }
    }
  }
}

struct Doc { let name: String; let set: String; let source: SegmentedText; let target: SegmentedText; let gold: [Link]; let vectors: FileVectors }

func loadDocs(_ sets: [String]) throws -> [Doc] {
  var docs: [Doc] = []
  for set in sets {
    let dir = "/work/shared/data/align/\(set)"
    for name in try FileManager.default.contentsOfDirectory(atPath: dir).sorted() where name.hasSuffix(".gold") {
      let base = String(name.dropLast(5))
      func doc(_ ext: String) throws -> Document { try TextInput(path: "\(dir)/\(base).\(ext)", encoding: nil).load() }
      let key = set.replacingOccurrences(of: "/", with: "_") + "_" + base
      docs.append(Doc(name: base, set: set,
        source: try SegmentedText(doc("ar"), language: .arabic, isSegmented: true),
        target: try SegmentedText(doc("en"), language: .english, isSegmented: true),
        gold: try readLinks(doc("gold")),
        vectors: try FileVectors("/tmp/emb/b/\(key).ar.f32", "/tmp/emb/b/\(key).en.f32")))
    }
  }
  return docs
}

let args = CommandLine.arguments
let lexical = args.contains("--lexical")
func option(_ n: String) -> String? { args.firstIndex(of: n).map { args[$0 + 1] } }
let base = ["ntrex", "ntrex-bundles", "pud"]
let trainSets = (option("--train") ?? base.joined(separator: ",")).split(separator: ",").flatMap { s in ["L0", "L1", "L2"].map { "\(s)/\($0)" } }
let testSets = base.flatMap { s in ["L0", "L1", "L2"].map { "\(s)/\($0)" } }

let evidence = try AlignTexts.evidenceSources()
var model = BeadModel(weights: [])
if let path = option("--weights") {
  for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
    let c = line.split(separator: "\t"); if let f = BeadFeature.allCases.first(where: { "\($0)" == c[0] }) { model[f] = Float(c[1])! }
  }
} else { model = Training.start(lexical: lexical) }

let all = try loadDocs(testSets)
print("docs", all.count)
let t0 = Date()
let tables = try all.map { try EvidenceBox($0.source, $0.target, sources: evidence) }
print("evidence", Date().timeIntervalSince(t0))

func evaluate(_ m: BeadModel, _ label: String) {
  var line = label
  let t = Date()
  let lock = NSLock(); nonisolated(unsafe) var beads = [[Bead]](repeating: [], count: all.count)
  DispatchQueue.concurrentPerform(iterations: all.count) { k in
    let d = all[k]
    let b = Training.align(d.source, d.target, tables[k], lexical ? nil : d.vectors, m)
    lock.withLock { beads[k] = b }
  }
  let secs = Date().timeIntervalSince(t)
  var bins = [(n: Int, right: Int, sum: Double)](repeating: (0, 0, 0), count: 10)
  for set in testSets {
    var test: [([Link], [Link])] = []
    for (k, d) in all.enumerated() where d.set == set {
      test.append((beads[k].map { Link($0) }, d.gold))
      let g = Set(d.gold)
      for b in beads[k] { let i = min(9, Int(b.confidence * 10)); bins[i].n += 1; bins[i].sum += b.confidence; if g.contains(Link(b)) { bins[i].right += 1 } }
    }
    let s = pooled(test)
    line += String(format: "  %@ %.4f/%.4f", set, s.0, s.1)
  }
  print(line); print("  time", secs, "reliability", bins.map { $0.n == 0 ? "-" : String(format: "%d:%.2f/%.2f", $0.n, $0.sum / Double($0.n), Double($0.right) / Double($0.n)) }.joined(separator: " "))
  if args.contains("--errors") {
    for (k, d) in all.enumerated() where d.set == option("--errors") {
      let g = Set(d.gold), t = Set(beads[k].map { Link($0) })
      let wrong = beads[k].filter { !g.contains(Link($0)) }, missed = d.gold.filter { !t.contains($0) }
      if wrong.isEmpty { continue }
      print(d.name, "wrong", wrong.map { "\($0.source.map{$0}):\($0.target.map{$0})(\(String(format: "%.2f", $0.confidence)))" }.joined(separator: " "), "missed", missed.map { "\($0.source):\($0.target)" }.joined(separator: " "))
    }
  }
}
func pooled(_ pairs: [([Link], [Link])]) -> (Double, Double) {
  func counts(_ links: [Link], _ known: [Link]) -> (Int, Int, Int) {
    let l = Set(links), k = Set(known); var p: [Int: Set<Int>] = [:]
    for x in k { for s in x.source { p[s, default: []].formUnion(x.target) } }
    var st = 0, la = 0
    for x in l { if k.contains(x) { st += 1; la += 1 } else if x.source.contains(where: { !(p[$0] ?? []).isDisjoint(with: x.target) }) { la += 1 } }
    return (st, la, l.count)
  }
  var P = (0, 0, 0), R = (0, 0, 0)
  for (t, g) in pairs {
    let a = counts(t, g), b = counts(g.filter(\.isTwoSided), t.filter(\.isTwoSided))
    P = (P.0 + a.0, P.1 + a.1, P.2 + a.2); R = (R.0 + b.0, R.1 + b.1, R.2 + b.2)
  }
  func f(_ p: Double, _ r: Double) -> Double { p + r == 0 ? 0 : 2 * p * r / (p + r) }
  return (f(Double(P.0) / Double(P.2), Double(R.0) / Double(R.2)), f(Double(P.1) / Double(P.2), Double(R.1) / Double(R.2)))
}

if args.contains("--eval") { evaluate(model, "given") ; exit(0) }
let trainIdx = all.indices.filter { trainSets.contains(all[$0].set) }
let rounds = Int(option("--rounds") ?? "2")!
for round in 0..<rounds {
  var cases: [TrainingCase] = []
  let tt = Date()
  for k in trainIdx {
    let d = all[k]
    if let c = TrainingCase(d.source, d.target, tables[k], lexical ? nil : d.vectors, model, gold: d.gold, usesRates: round > 0) { cases.append(c) } else { print("skip", d.set, d.name) }
  }
  print("cases", cases.count, Date().timeIntervalSince(tt), "candidates", cases.reduce(0) { $0 + $1.candidateCount })
  model = Training.fit(cases, from: model, lexical: lexical, penalty: Double(option("--l2") ?? "0.01")!, iterations: Int(option("--iter") ?? "80")!)
  evaluate(model, "round \(round)")
}
let text = BeadFeature.allCases.map { "\($0)\t\(model[$0])" }.joined(separator: "\n") + "\n"
if let o = option("--out") { try text.write(toFile: o, atomically: true, encoding: .utf8) }
print(text)
