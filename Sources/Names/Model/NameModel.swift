/// What is known of how Arabic names are written in Latin letters: models of spelling, Latin names
/// that exist, and a lexicon.
///
/// It lies in one file, which is read where the system maps it.
package struct NameModel: Sendable {
  let decoder: NameDecoder
  /// Of the Latin letters of Arab names, foreign ones, and Algerian and Persian ones.
  let latinArab: NGramModel
  let latinForeign: NGramModel
  let latinMaghreb: NGramModel
  let latinPersian: NGramModel
  package let lexicon: NameLexicon

  /// - Parameters:
  ///   - bytes: a model's file; they must not change or go as long as the model is used.
  ///   - isTrusted: whether it is surely whole, so that it need not be looked through.
  package init(
    _ bytes: UnsafeRawBufferPointer, isTrusted: Bool = false
  ) throws(NameModelError) {
    var sections = try ModelSections(bytes, isTrusted: isTrusted)
    let graphones = try Graphones(&sections)
    let all = try NGramModel(&sections)
    let arab = try NGramModel(&sections)
    latinArab = try NGramModel(&sections)
    latinForeign = try NGramModel(&sections)
    latinMaghreb = try NGramModel(&sections)
    latinPersian = try NGramModel(&sections)
    decoder = NameDecoder(
      graphones: graphones, all: all, arab: arab, tree: try LatinTree(&sections))
    lexicon = try NameLexicon(&sections)
  }

  /// The logarithm of the probability of Latin letters under a model of them.
  func latin(_ model: NGramModel, _ letters: [UInt8]) -> Float {
    var sum: Float = 0
    var state = model.start
    for letter in letters {
      let (score, next) = model.score(state, UInt16(letter - 0x61) + Graphones.first)
      sum += score
      state = next
    }
    return sum + model.score(state, NGramModel.end).score
  }
}
