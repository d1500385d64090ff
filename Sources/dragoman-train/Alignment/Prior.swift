import Alignment

/// The weights that data must argue against.
enum Prior {
  static func model(_ kind: TrainAligner.Kind) -> BeadModel {
    var model = BeadModel()
    model[.oneTwo] = -1
    model[.twoOne] = -1
    model[.twoTwo] = -2.5
    model[.oneMany] = -2
    model[.manyOne] = -2
    model[.manyMany] = -3
    model[.size] = -1
    model[.lengthOfPair] = 0.5
    model[.lengthOfBlock] = 0.5
    // The development sets have no paragraphs; these are of texts that have.
    model[.crossedParagraph] = -0.8
    model[.mismatchedParagraph] = -0.5
    model[.omission] = -1.5
    model[.omissionRun] = 0
    model[.insertion] = -1.5
    model[.insertionRun] = 0
    model[.swap] = -4
    model[.omissionRate] = 0.5
    model[.insertionRate] = 0.5
    model[.groupRate] = 0.5
    let shared: [BeadFeature] = [
      .sharedNumber, .sharedDate, .sharedName, .sharedLatin, .sharedPlace, .sharedTerm, .sharedWord,
    ]
    for feature in shared { model[feature] = kind == .lexical ? 0.6 : 0.2 }
    // No development set comes with a glossary: a term is trusted as a place is.
    if kind == .meaning {
      model[.bead] = -2
      model[.cosine] = 5
      model[.density] = -2
      model[.gain] = 2
    }
    return model
  }

  /// What the development sets cannot tell, and stays as it is.
  static func isFixed(_ feature: BeadFeature, _ kind: TrainAligner.Kind) -> Bool {
    switch feature {
    case .crossedParagraph, .mismatchedParagraph, .sharedTerm, .loneTerm: true
    case .cosine, .cosineOfBlock, .cosineBySize, .density, .densityOfBlock, .lowMargin, .highMargin,
      .weakestMember, .weakestEdge, .gain, .omissionNearest, .insertionNearest:
      kind == .lexical
    default: false
    }
  }
}
