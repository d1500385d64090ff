#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FoundationEssentials
import Names

/// Makes the file of a name model from files of names.
struct NameModelBuilder {
  /// Name pairs by group, and all together.
  private var groups: [NameGroup: NamePairs] = [:]
  private var lexicon: [[UInt32]: [String: [NameLexicon.Group: Int]]] = [:]
  private var listed: [[UInt8]: Int] = [:]

  /// Symbols of the longest n-gram.
  private static let order = 4
  /// How often n-grams of a length must be seen.
  private static let leastCounts = [3: 1.5, 4: 3]
  /// Ways to write an Arabic letter that are kept.
  private static let spellings = 60

  /// Adds a file of name pairs; those of free licences go to the lexicon too.
  mutating func add(pairs path: String, named file: String) throws {
    if let group = NameGroup(file: file) { try groups[group, default: NamePairs()].add(path) }
    guard let group = Self.lexiconGroup(file) else { return }
    for (arabic, spellings) in try NameFile.lines(path) {
      let key = NameLetters.key(
        NameLetters.arabic(arabic.split(separator: " ").joined(separator: "")))
      for (spelling, count) in spellings where arabic.split(separator: " ").count == 1 {
        let plain = NameLetters.plain(spelling).lowercased()
        let isPlain = plain.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || $0 == 0x20 || $0 == 0x27 || $0 == 0x2D
        }
        if isPlain, !plain.isEmpty {
          lexicon[key, default: [:]][plain, default: [:]][group, default: 0] += count
        }
      }
    }
  }

  private static func lexiconGroup(_ file: String) -> NameLexicon.Group? {
    switch file.prefix(while: { $0 != "." }) {
    case "wd": .foreign
    case "anr", "gaza": .arab
    case "dziri": .maghreb
    case "persian": .persian
    default: nil
    }
  }

  /// Adds a curated name: Arabic spellings, and English ones, the preferred first.
  mutating func add(curated arabic: [String], _ english: [String], isPerson: Bool) {
    for one in arabic {
      let words = one.split(separator: " ").map { NameLetters.key(NameLetters.arabic(String($0))) }
      let key = Array(words.joined(separator: [0x20]))
      for (number, spelling) in english.enumerated() {
        let plain = NameLetters.plain(spelling)
        guard plain.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), !plain.isEmpty else { continue }
        lexicon[key, default: [:]][plain, default: [:]][isPerson ? .person : .place] = max(
          1, 100 >> number)
      }
    }
  }

  /// Adds a file of Latin names: a name, a tab, how often it is borne.
  mutating func add(latin path: String) throws {
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let count = Int(parts[1]) else { continue }
      let letters = NameLetters.latin(String(parts[0]))
      if !letters.isEmpty { listed[letters, default: 0] += count }
    }
  }

  /// The file.
  func file(report: (String) -> Void) -> [UInt8] {
    var all = NamePairs()
    var arab = NamePairs()
    for (group, pairs) in groups {
      for (pair, weight) in pairs.weights {
        for one in [pair] + Self.stem(pair) {
          all.add(one, weight)
          if group == .arab { arab.add(one, weight) }
        }
      }
    }
    let pairs = all.sorted
    report("\(pairs.count) pairs")
    let sequences = GraphoneAligner.align(pairs)
    let table = GraphoneTable(zip(pairs, sequences).map { ($1 ?? [], $0.weight) }, Self.spellings)
    var allTrainer = NGramTrainer(
      order: Self.order, vocabulary: table.count, leastCounts: Self.leastCounts)
    var arabTrainer = NGramTrainer(order: Self.order, vocabulary: table.count)
    for (entry, sequence) in zip(pairs, sequences) {
      guard let symbols = sequence.flatMap(table.symbols) else { continue }
      allTrainer.add(symbols, entry.weight)
      if let weight = arab.weights[entry.pair] { arabTrainer.add(symbols, weight) }
    }
    let (arabNames, foreignNames) = (latinCounts([.arab]), latinCounts([.foreign, .place]))
    let (maghrebNames, persianNames) = (latinCounts([.maghreb]), latinCounts([.persian]))
    var sections = table.columns
    sections += allTrainer.columns() + arabTrainer.columns()
    for names in [arabNames, foreignNames, maghrebNames, persianNames] {
      sections += Self.latinModel(names)
    }
    report("n-grams: \(sections.reduce(0) { $0 + $1.count } / 1000) kB")
    sections += LatinTreeBuilder(listed, arab: arabNames, foreign: foreignNames).columns
    report("with Latin names: \(sections.reduce(0) { $0 + $1.count } / 1000) kB")
    sections += lexiconColumns()
    report("with \(lexicon.count) lexicon keys: \(sections.reduce(0) { $0 + $1.count } / 1000) kB")
    return Self.joined(sections)
  }

  /// What is left of a pair without the prefix both sides have.
  private static func stem(_ pair: NamePair) -> [NamePair] {
    guard let (arabic, latin) = NameSplit.stem(pair.arabic, pair.latin) else { return [] }
    return [NamePair(arabic: arabic, latin: latin)]
  }

  private func latinCounts(_ groups: [NameGroup]) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for group in groups {
      for (pair, weight) in self.groups[group]?.weights ?? [:] {
        counts[pair.latin, default: 0] += max(1, Int(weight))
      }
    }
    return counts
  }

  private static func latinModel(_ names: [[UInt8]: Int]) -> [[UInt8]] {
    var trainer = NGramTrainer(order: 4, vocabulary: 28)
    for name in names.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      trainer.add(name.map { UInt16($0 - 0x61) + 2 }, 1)
    }
    return trainer.columns()
  }

  private func lexiconColumns() -> [[UInt8]] {
    var keyStarts: [UInt32] = [0]
    var keyLetters: [UInt16] = []
    var valueStarts: [UInt32] = [0]
    var values: [UInt8] = []
    for (key, spellings) in lexicon.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where key.allSatisfy({ $0 <= 0xFFFF }) {
      keyLetters += key.map { UInt16($0) }
      keyStarts.append(UInt32(keyLetters.count))
      let sorted = spellings.sorted {
        let (a, b) = ($0.value.values.reduce(0, +), $1.value.values.reduce(0, +))
        return a != b ? a > b : $0.key < $1.key
      }
      for (spelling, groups) in sorted {
        values += Array(spelling.utf8)
        for (group, count) in groups.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          values += [0x09, group.rawValue] + Array(String(count).utf8)
        }
        values.append(0x0A)
      }
      valueStarts.append(UInt32(values.count))
    }
    return [bytes(keyStarts), bytes(keyLetters), bytes(valueStarts), values]
  }

  private static func joined(_ sections: [[UInt8]]) -> [UInt8] {
    var head = bytes([UInt32(0x314D_4E44), UInt32(sections.count)])
    var body: [UInt8] = []
    let start = head.count + 8 * sections.count
    for section in sections {
      head += bytes([UInt32(start + body.count), UInt32(section.count)])
      body += section
      while body.count % 4 != 0 { body.append(0) }
    }
    return head + body
  }
}

/// The graphones a model has, as symbols from 2 on: those of a letter are neighbours.
struct GraphoneTable {
  private var numbers: [Graphone: UInt16] = [:]
  let columns: [[UInt8]]

  init(_ sequences: [(graphones: [Graphone], weight: Float)], _ spellings: Int) {
    var counts: [Graphone: Float] = [:]
    for (graphones, weight) in sequences {
      for graphone in graphones { counts[graphone, default: 0] += weight }
    }
    let byLetter = Dictionary(grouping: counts.keys, by: \.arabic)
    var letters: [UInt16] = []
    var firsts: [UInt16] = []
    var latin: [UInt32] = [0, 0]
    for letter in byLetter.keys.sorted() where letter <= 0xFFFF {
      letters.append(UInt16(letter))
      firsts.append(UInt16(latin.count))
      let best = (byLetter[letter] ?? []).sorted {
        let (a, b) = (counts[$0] ?? 0, counts[$1] ?? 0)
        return a != b ? a > b : $0.latin < $1.latin
      }
      for graphone in best.prefix(spellings) {
        numbers[graphone] = UInt16(latin.count)
        latin.append(graphone.latin)
      }
    }
    firsts.append(UInt16(latin.count))
    columns = [bytes(letters), bytes(firsts), bytes(latin)]
  }

  /// How many symbols there are.
  var count: Int { numbers.count + 2 }

  /// A sequence as symbols; nil if it has a graphone the table has not.
  func symbols(_ graphones: [Graphone]) -> [UInt16]? {
    let symbols = graphones.compactMap { numbers[$0] }
    return symbols.count == graphones.count && !symbols.isEmpty ? symbols : nil
  }
}

/// Names in Latin letters as a tree.
struct LatinTreeBuilder {
  let columns: [[UInt8]]

  init(_ names: [[UInt8]: Int], arab: [[UInt8]: Int], foreign: [[UInt8]: Int]) {
    var all = names
    for (name, count) in arab { all[name] = max(all[name] ?? 0, count) }
    for (name, count) in foreign { all[name] = max(all[name] ?? 0, count) }
    let sorted = all.keys.filter { $0.count <= 24 }.sorted { $0.lexicographicallyPrecedes($1) }
    var letters: [UInt8] = [0]
    var children: [UInt8] = []
    var firsts: [UInt32] = []
    var counts: [UInt8] = [0]
    var groups: [UInt8] = [0]
    func code(_ count: Int?, _ steps: Double, _ most: Double) -> UInt8 {
      count.map { UInt8(min(most, 1 + (steps * log(Double($0) + 1)).rounded())) } ?? 0
    }
    // Level by level: a node is the range of names that begin with its letters.
    var level = [(range: 0..<sorted.count, depth: 0)]
    while !level.isEmpty {
      var next: [(range: Range<Int>, depth: Int)] = []
      for node in level {
        if children.count % LatinTree.block == 0 { firsts.append(UInt32(letters.count)) }
        let before = letters.count
        var at = node.range.lowerBound
        if at < node.range.upperBound, sorted[at].count == node.depth { at += 1 }
        while at < node.range.upperBound {
          let letter = sorted[at][node.depth]
          var end = at
          while end < node.range.upperBound, sorted[end][node.depth] == letter { end += 1 }
          letters.append(letter - 0x61)
          let name = sorted[at].count == node.depth + 1 ? sorted[at] : nil
          counts.append(code(name.flatMap { all[$0] }, 8, 255))
          groups.append(
            code(name.flatMap { arab[$0] }, 2, 15) << 4 | code(name.flatMap { foreign[$0] }, 2, 15))
          next.append((at..<end, node.depth + 1))
          at = end
        }
        children.append(UInt8(letters.count - before))
      }
      level = next
    }
    columns = [letters, children, bytes(firsts), counts, groups]
  }
}
