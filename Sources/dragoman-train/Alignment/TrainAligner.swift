import Alignment
import ArgumentParser
import Text
import Workbench

struct TrainAligner: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Fit the weights of the aligner to bitexts with gold beads.",
    discussion: """
      Each folder holds DOC.ar, DOC.en and DOC.gold: a sentence a line, and links [0]:[0, 1]. Of \
      documents whose beads are all 1-1, others are made besides, with sentences joined, parted and \
      dropped. The weights are the likeliest under a conditional random field with a Gaussian prior.
      Scores are printed for every folder, and for documents made with another seed.
      """)

  @Argument(help: "Folders of bitexts.")
  var folders: [String]

  @Option(help: "Which weights: with sentence vectors (meaning) or without (lexical).")
  var kind: Kind = .meaning

  @Option(help: "Leave out of the fit the folders whose name has this in it.")
  var holdOut: [String] = []

  @Option(help: "Documents made of each document whose beads are all 1-1.")
  var variants = 3

  @Option(help: "The weight of the prior.")
  var penalty = 0.5

  @Option(help: "Steps of the minimiser at most, in each round.")
  var steps = 60

  @Option(help: "Rounds; the first estimates what a document shows, the next learn to use it.")
  var rounds = 2

  @Option(help: "The seed of all that is drawn.")
  var seed: UInt64 = 1

  @Option(help: "Start from these weights instead of those set by hand.")
  var start: String?

  @Flag(help: "Only measure.")
  var measure = false

  @Option(name: .shortAndLong, help: "Where the weights go.")
  var output: String?

  enum Kind: String, ExpressibleByArgument {
    case meaning, lexical
  }

  func run() throws {
    let encoder =
      kind == .lexical
      ? nil
      : try InstalledEncoder()
    if kind == .meaning, encoder == nil { throw EncoderError.notInstalled }
    let set = try TrainingSet(
      folders, evidence: AlignTexts.evidenceSources(), encoder: encoder, holdOut: holdOut,
      variants: measure ? 0 : variants, seed: seed)
    var model = try start.map(WeightsFile.read) ?? Prior.model(kind)
    if measure {
      try report(model, set)
      return
    }
    for round in 1...max(rounds, 1) {
      let cases = try set.cases(model)
      print("round \(round): \(cases.count) documents")
      let fit = Fit(cases: cases, prior: Prior.model(kind), penalty: penalty, kind: kind)
      model = fit.run(from: model, steps: steps)
      try report(model, set)
      if let output { try WeightsFile.write(model, to: output) }
    }
  }

  private func report(_ model: BeadModel, _ set: TrainingSet) throws {
    for line in try set.measure(model) { print(line) }
  }
}
