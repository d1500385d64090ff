import Alignment
import Text
import Workbench

extension PairNotice {
  /// The notice as a person is told it.
  var message: String {
    switch self {
    case .swapped:
      "the first text is English and the second Arabic: aligned as they stand, with the English as the source"
    case .sameLanguage(let language): "both texts look \(language); are they a translation?"
    case .identical: "the two texts are the same"
    case .empty(.source): "the source has no sentence; all of the translation counts as added"
    case .empty(.target): "the translation has no sentence; all of the source counts as left out"
    case .noLetters(.source): "the source has no Arabic or Latin letters"
    case .noLetters(.target): "the translation has no Arabic or Latin letters"
    case .unequal(.source, let times):
      "the source is \(times) times as long as the translation; is it all there?"
    case .unequal(.target, let times):
      "the translation is \(times) times as long as the source; is it all there?"
    }
  }
}
