#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FoundationEssentials
import Names

/// An Arabic word and a spelling of it.
struct NamePair: Hashable {
  /// Unicode scalars.
  let arabic: [UInt32]
  /// a to z.
  let latin: [UInt8]
}

/// Names whose spellings are alike in kind, which a file is named for.
enum NameGroup: String, CaseIterable {
  case foreign, arab, maghreb, persian, place

  /// The group of a file of name pairs, by the part of its name before the first dot; nil for files
  /// of other names.
  init?(file: String) {
    switch file.prefix(while: { $0 != "." }) {
    case "google", "wd": self = .foreign
    case "anr", "gaza": self = .arab
    case "dziri": self = .maghreb
    case "persian": self = .persian
    case "geonames", "place": self = .place
    default: return nil
    }
  }
}

/// Name pairs with how often each was found.
struct NamePairs {
  private(set) var weights: [NamePair: Float] = [:]

  /// Adds the pairs of a file: a name, a tab, `spelling|count` parted by `;`.
  ///
  /// Names of several words give a pair for each where both sides have as many.
  mutating func add(_ path: String) throws {
    for (arabic, spellings) in try NameFile.lines(path) {
      let words = arabic.split(separator: " ")
      for (spelling, count) in spellings {
        let parts = words.count == 1 ? [Substring(spelling)] : spelling.split(separator: " ")
        guard parts.count == words.count else { continue }
        for (word, part) in zip(words, parts) {
          let pair = NamePair(
            arabic: NameLetters.arabic(String(word)), latin: NameLetters.latin(String(part)))
          guard !pair.arabic.isEmpty, !pair.latin.isEmpty else { continue }
          weights[pair, default: 0] += 1 + Float(count).logarithm
        }
      }
    }
  }

  mutating func add(_ pair: NamePair, _ weight: Float) { weights[pair, default: 0] += weight }

  /// In an order that does not change from run to run.
  var sorted: [(pair: NamePair, weight: Float)] {
    weights.map { ($0.key, $0.value) }.sorted {
      $0.pair.arabic != $1.pair.arabic
        ? $0.pair.arabic.lexicographicallyPrecedes($1.pair.arabic)
        : $0.pair.latin.lexicographicallyPrecedes($1.pair.latin)
    }
  }
}

/// Reads files of names.
enum NameFile {
  static func lines(_ path: String) throws -> [(String, [(String, Int)])] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      guard parts.count == 2 else { return nil }
      return (
        String(parts[0]),
        parts[1].split(separator: ";").map { one in
          let end = one.lastIndex(of: "|") ?? one.endIndex
          return (String(one[..<end]), Int(one[end...].dropFirst()) ?? 1)
        }
      )
    }
  }
}

extension Float {
  var logarithm: Float { Float(log(Double(self))) }
}
