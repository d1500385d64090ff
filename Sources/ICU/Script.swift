internal import CICU

/// A script of UAX #24, by ICU's stable number for it.
package struct Script: Hashable, Sendable, CustomStringConvertible {
  /// ICU's `UScriptCode`.
  package let code: Int32

  init(code: Int32) {
    self.code = code
  }

  /// Shared by scripts: digits, spaces, most punctuation.
  package static let common = Script(code: 0)
  /// Taken from the letter before: most marks.
  package static let inherited = Script(code: 1)
  package static let arabic = Script(code: 2)
  package static let cyrillic = Script(code: 8)
  package static let greek = Script(code: 14)
  package static let han = Script(code: 17)
  package static let hangul = Script(code: 18)
  package static let hebrew = Script(code: 19)
  package static let hiragana = Script(code: 20)
  package static let katakana = Script(code: 22)
  package static let latin = Script(code: 25)
  package static let syriac = Script(code: 34)
  /// None: unassigned, private use.
  package static let unknown = Script(code: 103)

  /// The four-letter code of ISO 15924, "Arab".
  package var name: String { String(cString: cicu_script_name(code)) }

  package var description: String { name }
}
