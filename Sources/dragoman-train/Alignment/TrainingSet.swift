import Alignment
import Dispatch
import Foundation
import Text
import Workbench

/// Folders of bitexts with gold beads, and documents made of theirs.
struct TrainingSet {
  private let folders: [(name: String, work: [Work])]
  private let training: [Work]
  private let made: [Work]
  private let hard: [Work]
  private let evidence: [any EvidenceSource]

  /// A document, what its sentences mean, and how hard it is made.
  private struct Work: Sendable {
    let document: GoldDocument
    let vectors: CachedVectors?
    var hardship = Hardship.none

    init(_ document: GoldDocument, _ encoder: (any TextEncoder)?) throws {
      self.document = document
      vectors = try encoder.map { try CachedVectors($0, document.source, document.target) }
    }

    func harder(_ hardship: Hardship) -> Work {
      var work = self
      work.hardship = hardship
      return work
    }
  }

  /// - Parameters:
  ///   - holdOut: parts of the names of folders that weights are not fitted to.
  ///   - variants: documents made of each whose beads are all 1-1.
  init(
    _ names: [String], evidence: [any EvidenceSource], encoder: (any TextEncoder)?,
    holdOut: [String], variants: Int, seed: UInt64
  ) throws {
    let folders = try names.map { folder in
      let documents = try (files(in: folder, endingIn: ".gold") ?? []).map {
        try GoldDocument(path: String($0.dropLast(5)))
      }
      return (name: folder, work: try documents.map { try Work($0, encoder) })
    }
    let kept = folders.filter { folder in !holdOut.contains { folder.name.contains($0) } }
      .flatMap(\.work)
    var generator = SplitMix64(seed: seed)
    var training = kept + kept.map { $0.harder(Hardship(using: &generator)) }
    for _ in 0..<variants {
      training += try Self.regrouped(kept.map(\.document), &generator).map {
        try Work($0, encoder).harder(Hardship(using: &generator))
      }
    }
    var others = SplitMix64(seed: seed &+ 1000)
    let made = try Self.regrouped(folders.flatMap { $0.work.map(\.document) }, &others).map {
      try Work($0, encoder)
    }
    self.folders = folders
    self.training = training
    self.made = made
    hard = made.map {
      $0.harder(Hardship(noise: 0.7, unknownWords: 0.4, seed: others.next()))
    }
    self.evidence = evidence
  }

  /// Cases of all documents but those held out, as they are and as they are made harder.
  func cases(_ model: BeadModel) throws -> [TrainingCase] {
    let evidence = evidence
    return try parallel(training) { work in
      let document = work.document
      let made = try TrainingCase(
        document.source, document.target, evidence: work.hardship.apply(to: evidence),
        vectors: work.vectors.map { work.hardship.apply(to: $0) }, model: model,
        gold: document.gold)
      if made == nil { print("  left out: \(document.name)") }
      return made
    }.compactMap { $0 }
  }

  /// A line for each folder, with strict and lax F1; then for documents made anew, easy and hard.
  func measure(_ model: BeadModel) throws -> [String] {
    var lines: [String] = []
    var reliability = Reliability()
    for folder in folders {
      lines.append(try measure(folder.work, model, &reliability) + " \(folder.name)")
    }
    let sure = Reliability.sureBeads(reliability)
    lines.append(try measure(made, model, &reliability) + " regrouped")
    lines.append(try measure(hard, model, &reliability) + " regrouped, hard")
    return lines + [sure, Reliability.sureBeads(reliability) + " with those made"]
  }

  private func measure(
    _ work: [Work], _ model: BeadModel, _ reliability: inout Reliability
  ) throws -> String {
    let evidence = evidence
    let results = try parallel(work) { work in
      try Aligner(evidence: work.hardship.apply(to: evidence)).align(
        work.document.source, work.document.target,
        vectors: work.vectors.map { work.hardship.apply(to: $0) }, model: model
      ).beads
    }
    var score = AlignmentScore()
    for (beads, work) in zip(results, work) {
      let gold = Set(work.document.gold)
      score.add(beads.map { Link($0) }, against: work.document.gold)
      for bead in beads {
        reliability.add(confidence: bead.confidence, isRight: gold.contains(Link(bead)))
      }
    }
    return String(format: "%.4f/%.4f", score.strictF1, score.laxF1)
  }

  /// Documents made of those whose beads are all 1-1 and of which there is enough.
  private static func regrouped(
    _ documents: [GoldDocument], _ generator: inout SplitMix64
  ) throws -> [GoldDocument] {
    try documents.filter { document in
      document.gold.count >= 30
        && document.gold.allSatisfy { $0.source.count == 1 && $0.target == $0.source }
    }.map { document in
      try Regrouping.regroup(
        document, Regrouping.Habits(using: &generator), name: document.name + " regrouped",
        using: &generator)
    }
  }
}

extension Reliability {
  fileprivate static func sureBeads(_ reliability: Reliability) -> String {
    let sure = reliability.beads(from: 0.9)
    return String(
      format: "confidence >= .9: %d beads, %.4f right; calibration error %.4f", sure.count,
      Double(sure.right) / Double(max(sure.count, 1)), reliability.expectedCalibrationError)
  }
}

/// The results of `body` for each item, worked on by all cores, in order.
func parallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ body: @Sendable (Item) throws -> Result
) throws -> [Result] {
  let slots = Slots<Result>(count: items.count)
  DispatchQueue.concurrentPerform(iterations: items.count) { number in
    do {
      slots.set(number, .success(try body(items[number])))
    } catch {
      slots.set(number, .failure(error))
    }
  }
  return try slots.values.map { try $0.get() }
}

private final class Slots<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var slots: [Swift.Result<Value, any Error>?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func set(_ number: Int, _ value: Swift.Result<Value, any Error>) {
    lock.withLock { slots[number] = value }
  }

  var values: [Swift.Result<Value, any Error>] { slots.compactMap { $0 } }
}
