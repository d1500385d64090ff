/// What the score of a bead is made of; each has a weight in the model.
package enum BeadFeature: Int, CaseIterable, Sendable {
  // Of every bead with two sides: that it is one, and of which type.
  case bead, oneTwo, twoOne, twoTwo, oneMany, manyOne, manyMany, size

  // Of meaning, where sentences have vectors.
  case cosine, cosineOfBlock, cosineBySize, density, densityOfBlock
  case lowMargin, highMargin, weakestMember, weakestEdge, gain

  // Of length.
  case lengthOfPair, lengthOfBlock

  // Keys both sides show, by kind.
  case sharedNumber, sharedDate, sharedName, sharedLatin, sharedPlace, sharedTerm, sharedWord
  case sharedMark
  // Keys only one side shows and the other text has elsewhere.
  case loneNumber, loneDate, loneName, loneLatin, lonePlace, loneTerm, loneWord, loneMark
  /// The share of the words' weight that both sides show.
  case wordShare
  /// Nothing is shared at all.
  case keyless

  // Of paragraphs.
  case crossedParagraph, mismatchedParagraph

  // Of sentences left alone: the first and further ones, and how near the nearest sentence is.
  case omission, omissionRun, omissionNearest, insertion, insertionRun, insertionNearest

  /// Of two beads that cross.
  case swap

  // What the document as a whole shows, in a second pass.
  case omissionRate, insertionRate, groupRate, sizeRate

  package static let count = allCases.count
}
