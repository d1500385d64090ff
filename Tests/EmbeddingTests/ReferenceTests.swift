import CKernels
import Testing

@testable import Embedding

/// The encoder against the Python package it was taken from.
@Suite(.enabled(if: InstalledModel.obstacle == nil, "\(InstalledModel.obstacle ?? "")"))
struct ReferenceTests {
  @Test func tokensAreThePackages() throws {
    let reference = try Reference()
    let encoder = try InstalledModel.encoder(imitatesPackage: true)
    #expect(reference.sentences.count == reference.tokens.count)
    for (sentence, tokens) in zip(reference.sentences, reference.tokens) {
      #expect(encoder.tokens(of: Array(sentence.utf8)) == tokens, "\(sentence)")
    }
  }

  @Test(arguments: Set([Int32(CK_PORTABLE), ck_best_kernel()]))
  func vectorsAreThePackages(kernel: Int32) throws {
    let reference = try Reference()
    let encoder = try InstalledModel.encoder(imitatesPackage: true, kernel: kernel)
    let vectors = try encoder.vectors(of: reference.sentences)
    #expect(vectors.count == reference.vectors.count)
    for (index, sentence) in reference.sentences.enumerated() {
      let similarity = cosine(vectors, index, reference.vectors, index)
      #expect(similarity >= 0.99999, "\(sentence)")
    }
  }
}
