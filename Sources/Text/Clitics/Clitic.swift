/// A piece of a written word: what is glued to a stem, or the stem.
///
/// The pieces of a word tile its bytes: one begins where the one before it ends, and nothing is lost.
package struct Clitic: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    /// The word itself, its article and inflection included.
    case stem
    /// و ف
    case conjunction
    /// ب ل ك
    case preposition
    /// س before an imperfect.
    case future
    /// أ before a question.
    case interrogative
    /// أ of أن before لا: ألا.
    case complementizer
    /// Object or possessive: ه ها هم …
    case pronoun
    /// English n't and the not of cannot.
    case negation
    /// English 'll 've 're 'm 'd, and 's for is or has.
    case verb
    /// English 's and s'.
    case possessive
    /// A tatweel some agencies type for a dash.
    case mark
  }

  /// How a stem is written in a dictionary when its spelling changed at the seam.
  package enum Seam: UInt8, Sendable {
    case none
    /// ت stands for ة: حكومته, حكومة.
    case taMarbuta
    /// ا or ي stands for ى: مستواه, عليه.
    case alefMaqsura
    /// ؤ or ئ stands for ء: أعضائه, أعضاء.
    case hamza
    /// The silent ا after و is left out: كتبوه, كتبوا.
    case silentAlef
    /// The ن of a dual or plural is left out: معلموه, معلمون.
    case nun
    /// The ا of the article is left out after ل: للسلطة, السلطة.
    case article
  }

  /// UTF-8 bytes of the text.
  package let range: Range<Int>
  package let kind: Kind
  /// Of a stem; `none` elsewhere.
  package let seam: Seam
  /// Where the article of a stem ends, in UTF-8 bytes of the text; nil where it has none.
  package let articleEnd: Int?

  init(_ range: Range<Int>, _ kind: Kind, seam: Seam = .none, articleEnd: Int? = nil) {
    self.range = range
    self.kind = kind
    self.seam = seam
    self.articleEnd = articleEnd
  }

  /// The scalars of the piece folded to `.shapes`, a stem's as a dictionary writes it.
  ///
  /// The article stays: للسلطة gives السلطة.
  package func dictionaryForm(in bytes: Span<UInt8>) -> [UInt32] {
    var folded = FoldedText()
    Folding.fold(range, of: bytes, level: .shapes, into: &folded)
    var scalars = folded.scalars
    switch seam {
    case .none: break
    case .silentAlef: scalars.append(UInt32(Letter.alef))
    case .nun: scalars.append(UInt32(Letter.nun))
    case .article: scalars.insert(UInt32(Letter.alef), at: 0)
    case .taMarbuta: replaceLast(Letter.taMarbuta)
    case .alefMaqsura: replaceLast(Letter.alefMaqsura)
    case .hamza: replaceLast(Letter.hamza)
    }
    return scalars

    func replaceLast(_ letter: UInt16) {
      if !scalars.isEmpty { scalars[scalars.count - 1] = UInt32(letter) }
    }
  }
}

/// The Arabic letters that clitics and their seams are made of.
enum Letter {
  static let hamza: UInt16 = 0x0621
  static let alefHamza: UInt16 = 0x0623
  static let wawHamza: UInt16 = 0x0624
  static let alefHamzaBelow: UInt16 = 0x0625
  static let yaHamza: UInt16 = 0x0626
  static let alef: UInt16 = 0x0627
  static let ba: UInt16 = 0x0628
  static let taMarbuta: UInt16 = 0x0629
  static let ta: UInt16 = 0x062A
  static let sin: UInt16 = 0x0633
  static let fa: UInt16 = 0x0641
  static let kaf: UInt16 = 0x0643
  static let lam: UInt16 = 0x0644
  static let mim: UInt16 = 0x0645
  static let nun: UInt16 = 0x0646
  static let ha: UInt16 = 0x0647
  static let waw: UInt16 = 0x0648
  static let alefMaqsura: UInt16 = 0x0649
  static let ya: UInt16 = 0x064A
}
