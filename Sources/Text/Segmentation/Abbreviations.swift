/// Words whose final stop does not end a sentence.
enum Abbreviations {
  /// Titles and the like, which always have something after them.
  static func titles(_ language: Language) -> Set<String> {
    switch language {
    case .arabic: arabic
    case .english: english
    }
  }

  /// Words that open most English sentences and follow no acronym within one.
  static let englishOpeners: Set<String> = [
    "A", "After", "An", "And", "As", "At", "Both", "But", "By", "For", "He", "Her", "His",
    "However",
    "I", "If", "In", "It", "Its", "Many", "Meanwhile", "No", "On", "Our", "She", "So", "Some",
    "That",
    "The", "Their", "There", "These", "They", "This", "Those", "We", "What", "When", "While",
    "With",
    "You",
  ]

  /// Abbreviations that may close a sentence too: what follows decides.
  static func others(_ language: Language) -> Set<String> {
    switch language {
    // Of the Hijra, before and after Christ.
    case .arabic: ["هـ", "ق.م", "ب.م"]
    case .english:
      [
        "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "No", "Nos", "St",
        "Ave", "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros", "etc",
      ]
    }
  }

  /// Professor doctor, post box, telephone.
  ///
  /// Single letters (د. م. ص.) are initials by form and need no entry.
  private static let arabic: Set<String> = ["أ.د", "ا.د", "ص.ب", "ت.ب", "تلفون"]

  private static let english: Set<String> = [
    "Mr", "Mrs", "Ms", "Messrs", "Mme", "Dr", "Prof", "Gen", "Maj", "Col", "Capt", "Cmdr", "Lt",
    "Sgt", "Adm", "Brig", "Rep", "Sen", "Gov", "Rev", "Hon", "Pres", "Amb", "Sec", "Supt", "Fig",
    "vs", "Vol", "pp", "Mt", "Ft", "approx", "ca", "cf", "e.g", "i.e",
  ]
}
