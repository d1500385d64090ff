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

  /// Professor doctor, post box, before and after Christ, the Hijri era, telephone.
  ///
  /// Single letters (د. م. ص.) are initials by form and need no entry.
  private static let arabic: Set<String> = [
    "أ.د", "ا.د", "ص.ب", "ق.م", "ب.م", "هـ", "تلفون", "ت.ب",
  ]

  private static let english: Set<String> = [
    "Mr", "Mrs", "Ms", "Messrs", "Mme", "Dr", "Prof", "St", "Gen", "Maj", "Col", "Capt", "Cmdr",
    "Lt", "Sgt", "Adm", "Brig", "Rep", "Sen", "Gov", "Rev", "Hon", "Pres", "Amb", "Sec", "Supt",
    "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "No", "Nos",
    "Fig", "vs", "Vol", "pp", "Mt", "Ft", "approx", "ca", "cf",
  ]
}
