#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FoundationEssentials
import Names

/// Divides spellings among the Arabic letters they stand for, by expectation maximisation.
///
/// Each letter is written by up to four Latin ones; p(Latin | Arabic) is made as likely as can be
/// over all ways to divide (Bisani and Ney 2008, §2).
struct GraphoneAligner {
  static let most = 4
  private static let rounds = 9
  /// Pairs whose best division is less likely than this a letter are not spellings of the word.
  private static let least = -6.5

  /// Each pair as the sequence of its graphones; nil where it cannot be divided.
  static func align(_ pairs: [(pair: NamePair, weight: Float)]) -> [[Graphone]?] {
    var numbers: [Graphone: Int32] = [:]
    var graphones: [Graphone] = []
    // For each pair, the number of the graphone of each cell and length; -1 for none.
    let tables = pairs.map { entry -> [Int32] in
      let (x, y) = (entry.pair.arabic, entry.pair.latin)
      guard y.count <= most * x.count, x.count <= 40 else { return [] }
      var table = [Int32](repeating: -1, count: x.count * (y.count + 1) * (most + 1))
      for i in 0..<x.count {
        for j in 0...y.count {
          for length in 0...most where j + length <= y.count {
            if j > i * most || y.count - j - length > (x.count - i - 1) * most { continue }
            let graphone = Graphone(x[i], y[j..<j + length])
            let number = numbers[graphone] ?? Int32(graphones.count)
            if Int(number) == graphones.count {
              numbers[graphone] = number
              graphones.append(graphone)
            }
            table[(i * (y.count + 1) + j) * (most + 1) + length] = number
          }
        }
      }
      return table
    }
    var probabilities = graphones.map(\.prior)
    for _ in 0..<rounds {
      var counts = [Double](repeating: 0, count: graphones.count)
      for (entry, table) in zip(pairs, tables) where !table.isEmpty {
        count(entry.pair, Double(entry.weight), table, probabilities, &counts)
      }
      var totals: [UInt32: Double] = [:]
      for (graphone, count) in zip(graphones, counts) {
        totals[graphone.arabic, default: 0] += count
      }
      for at in graphones.indices {
        let total = totals[graphones[at].arabic] ?? 0
        probabilities[at] = total > 0 ? max(counts[at] / total, 1e-12) : 1e-12
      }
    }
    return zip(pairs, tables).map { entry, table in
      table.isEmpty ? nil : best(entry.pair, table, probabilities)?.map { graphones[Int($0)] }
    }
  }

  private static func count(
    _ pair: NamePair, _ weight: Double, _ table: [Int32], _ probabilities: [Double],
    _ counts: inout [Double]
  ) {
    let (rows, columns) = (pair.arabic.count, pair.latin.count + 1)
    var forward = [Double](repeating: 0, count: (rows + 1) * columns)
    var backward = forward
    forward[0] = 1
    backward[rows * columns + columns - 1] = 1
    for i in 0..<rows {
      for j in 0..<columns where forward[i * columns + j] > 0 {
        for length in 0...most where j + length < columns {
          let number = table[(i * columns + j) * (most + 1) + length]
          if number >= 0 {
            forward[(i + 1) * columns + j + length] +=
              forward[i * columns + j] * probabilities[Int(number)]
          }
        }
      }
    }
    let total = forward[rows * columns + columns - 1]
    guard total > 0 else { return }
    for i in stride(from: rows - 1, through: 0, by: -1) {
      for j in 0..<columns {
        for length in 0...most where j + length < columns {
          let number = table[(i * columns + j) * (most + 1) + length]
          if number < 0 { continue }
          let value = probabilities[Int(number)] * backward[(i + 1) * columns + j + length]
          backward[i * columns + j] += value
          counts[Int(number)] += weight * forward[i * columns + j] * value / total
        }
      }
    }
  }

  private static func best(
    _ pair: NamePair, _ table: [Int32], _ probabilities: [Double]
  ) -> [Int32]? {
    let (rows, columns) = (pair.arabic.count, pair.latin.count + 1)
    var scores = [Double](repeating: -.infinity, count: (rows + 1) * columns)
    var lengths = [Int](repeating: 0, count: (rows + 1) * columns)
    scores[0] = 0
    for i in 0..<rows {
      for j in 0..<columns where scores[i * columns + j] > -.infinity {
        for length in 0...most where j + length < columns {
          let number = table[(i * columns + j) * (most + 1) + length]
          if number < 0 { continue }
          let to = (i + 1) * columns + j + length
          let score = scores[i * columns + j] + log(probabilities[Int(number)])
          if score > scores[to] {
            scores[to] = score
            lengths[to] = length
          }
        }
      }
    }
    guard scores[rows * columns + columns - 1] > least * Double(rows) else { return nil }
    var path: [Int32] = []
    var j = columns - 1
    for i in stride(from: rows, to: 0, by: -1) {
      let length = lengths[i * columns + j]
      j -= length
      path.append(table[((i - 1) * columns + j) * (most + 1) + length])
    }
    return path.reversed()
  }
}

/// An Arabic letter and the Latin letters that write it.
struct Graphone: Hashable {
  let arabic: UInt32
  /// Five bits each, 1 for a, the first lowest.
  let latin: UInt32

  init(_ arabic: UInt32, _ latin: ArraySlice<UInt8>) {
    self.arabic = arabic
    var packed: UInt32 = 0
    for letter in latin.reversed() { packed = packed << 5 | UInt32(letter - 0x60) }
    self.latin = packed
  }

  /// Short spellings are likelier at first, and a consonant with its vowel than a vowel before.
  var prior: Double {
    var letters: [UInt32] = []
    var rest = latin
    while rest > 0 {
      letters.append(rest & 31)
      rest >>= 5
    }
    let vowels: Set<UInt32> = [1, 5, 9, 15, 21, 25]
    var value = letters.isEmpty ? 0.3 : pow(0.2, Double(letters.count))
    if let first = letters.first, let last = letters.last, letters.count > 1,
      vowels.contains(first), !vowels.contains(last)
    {
      value *= 0.2
    }
    return value
  }
}
