/// Whether the vowels a word was read with can be trusted.
enum Vowels {
  /// Whether vowels are missing.
  ///
  /// Of a word without marks they are, unless all its vowels are alifs: و and ي may be anything. Of
  /// one with marks, where consonants stand together as they never do in Arabic.
  static func areMissing(
    in units: ArraySlice<SoundUnit>, isVocalized: Bool, isOneLetter: Bool
  ) -> Bool {
    if isOneLetter { return false }
    if !isVocalized {
      var isOpen = false
      for unit in units {
        if unit.sound == .longU || unit.sound == .longI { return true }
        if unit.sound.isConsonant {
          if isOpen || unit.isDoubled { return true }
          isOpen = true
        } else {
          isOpen = false
        }
      }
      return units.count == 1 && isOpen
    }
    // Consonants since the last vowel: two at most, and one at the beginning.
    var cluster = 1
    for unit in units {
      guard unit.sound.isConsonant else {
        cluster = 0
        continue
      }
      cluster += unit.isDoubled ? 2 : 1
      if cluster > 2 { return true }
    }
    return false
  }
}
