import ArgumentParser
import Names

/// The style of spelled names as an option: presets and settings, parted by commas.
struct NameStyleOption: ExpressibleByArgument {
  let style: NameStyle

  init?(argument: String) {
    var style = NameStyle.standard
    for part in argument.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      if sides.count == 1, let preset = Self.presets.first(where: { $0.name == part }) {
        style = preset.style
      } else if sides.count == 2, Self.set(String(sides[0]), String(sides[1]), &style) {
        continue
      } else {
        return nil
      }
    }
    self.style = style
  }

  private static func set(_ name: String, _ value: String, _ style: inout NameStyle) -> Bool {
    func put<Choice: RawRepresentable<String>>(
      _ choice: WritableKeyPath<NameStyle, Choice>
    ) -> Bool {
      guard let chosen = Choice(rawValue: value) else { return false }
      style[keyPath: choice] = chosen
      return true
    }
    switch name {
    case "article": return put(\.article)
    case "sun": return put(\.sun)
    case "abd": return put(\.servant)
    case "bin": return put(\.son)
    case "ta-marbuta": return put(\.feminine)
    default: return false
    }
  }

  private static let presets: [(name: String, style: NameStyle)] = [
    ("found", .standard),
    ("hyphen", NameStyle(article: .lower, son: .bin, feminine: .a)),
    ("plain", NameStyle(article: .none, son: .bin)),
    ("gulf", NameStyle(article: .upper, son: .bin, feminine: .a)),
    ("levant", NameStyle(article: .lower, servant: .apart, son: .bin, feminine: .eh)),
    ("maghreb", NameStyle(article: .el, son: .ben, feminine: .a)),
    (
      "spoken", NameStyle(article: .lower, sun: .spoken, servant: .article, son: .ibn, feminine: .a)
    ),
  ]

  /// For the help: presets, and what each setting may be.
  static let help: ArgumentHelp = {
    func values<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> String {
      Choice.allCases.map(\.rawValue).joined(separator: "|")
    }
    return ArgumentHelp(
      """
      How names are printed: \(presets.map(\.name).joined(separator: ", ")), or settings, or both, \
      parted by commas: article=\(values(NameStyle.Article.self)), \
      sun=\(values(NameStyle.Sun.self)), abd=\(values(NameStyle.Servant.self)), \
      bin=\(values(NameStyle.Son.self)), ta-marbuta=\(values(NameStyle.Feminine.self)).
      """, valueName: "style")
  }()
}
