internal import CResources

/// The table of broken plurals that is linked into the program.
struct BrokenPlurals: Sendable {
  private let singulars: HashIndex
  /// The plurals of each singular, at level `.shapes`.
  private let plurals: [[[UInt32]]]

  static let table = BrokenPlurals(cresource_broken_plurals())

  private init(_ resource: cresource) {
    let bytes = Span(_unsafeStart: resource.bytes, count: resource.count)
    var singulars = HashIndex(minimumCapacity: 2048)
    var plurals: [[[UInt32]]] = []
    var line: [[UInt32]] = [[]]
    var isComment = false
    var at = 0
    while at < bytes.count {
      let scalar = bytes.scalar(at: at)
      at += scalar.length
      switch scalar.value {
      case 0x0A:
        if !isComment, line.count > 1 {
          singulars.set(Self.key(line[0]), to: Int32(plurals.count))
          plurals.append(Array(line[1...]))
        }
        line = [[]]
        isComment = false
      case 0x23 where line == [[]]: isComment = true
      case 0x09, 0x7C: line.append([])
      default: if !isComment { line[line.count - 1].append(scalar.value) }
      }
    }
    self.singulars = singulars
    self.plurals = plurals
  }

  /// The broken plurals of a word at level `.shapes`, spelled as in the table; the word itself may
  /// be written without its hamzas.
  func plurals(of word: [UInt32]) -> [[UInt32]] {
    singulars.value(Self.key(word)).map { plurals[Int($0)] } ?? []
  }

  /// Whether the table has a word as a singular.
  func hasSingular(_ word: [UInt32]) -> Bool { singulars.value(Self.key(word)) != nil }

  private static func key(_ word: [UInt32]) -> UInt64 {
    LetterHash.of(word.lazy.map { Folding.letter($0, .alef) })
  }
}
