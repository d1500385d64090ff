import ICU
import Testing

@Suite("UAX #9 conformance")
struct BidiConformanceTests {
  /// The lines in which ICU 72 itself departs from UAX #9.
  ///
  /// They are about embeddings that touch isolates or brackets, marks after closing brackets, and
  /// brackets nested more than 63 deep; a C program on ICU alone gets the same lines wrong.
  static let departures: Set<Int> = [
    59, 60, 61, 62, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 83, 84, 85, 86,
    87, 88, 102, 108, 113, 120,
  ]

  @Test(
    "BidiCharacterTest.txt",
    .enabled(
      if: ConformanceFile.bidiCharacters.obstacle == nil,
      "\(ConformanceFile.bidiCharacters.obstacle ?? "")"))
  func characterTest() throws {
    var layout = try Layout()
    var failures: Set<Int> = []
    for line in ConformanceFile.bidiCharacters.lines {
      let fields = line.text.split(separator: ";", omittingEmptySubsequences: false)
      try #require(fields.count == 5, "line \(line.number)")
      layout.begin()
      for scalar in scalars(fields[0]) { layout.append(Array(String(scalar).utf8)) }
      let base: BaseDirection =
        switch fields[1] {
        case "0": .leftToRight
        case "1": .rightToLeft
        default: .firstStrong(fallback: .leftToRight)
        }
      let isRight = try layout.matches(
        base, levels: fields[3].split(separator: " ").map { UInt8($0) },
        order: fields[4].split(separator: " ").compactMap { Int($0) })
      if !isRight || String(layout.paragraphLevel) != fields[2] { failures.insert(line.number) }
    }
    #expect(ConformanceFile.bidiCharacters.lines.count == 91_707)
    #expect(failures.subtracting(Self.departures).sorted() == [], "wrong and not listed")
    #expect(Self.departures.subtracting(failures).sorted() == [], "listed and not wrong")
  }

  @Test(
    "BidiTest.txt",
    .enabled(
      if: ConformanceFile.bidi.obstacle == nil, "\(ConformanceFile.bidi.obstacle ?? "")"))
  func classTest() throws {
    var layout = try Layout()
    var cases = 0
    var failures: [Int] = []
    var levels: [UInt8?] = []
    var order: [Int] = []
    for line in ConformanceFile.bidi.lines {
      if line.text.utf8.first == UInt8(ascii: "@") {
        let fields = line.text.split(separator: "\t", omittingEmptySubsequences: false)
        let values = fields.count > 1 ? fields[1].split(separator: " ") : []
        if fields[0] == "@Levels:" { levels = values.map { UInt8($0) } }
        if fields[0] == "@Reorder:" { order = values.compactMap { Int($0) } }
        continue
      }
      let bases = layout.read(line.text)
      for (bit, base) in Self.bases where bases & bit != 0 {
        cases += 1
        if try !layout.matches(base, levels: levels, order: order) { failures.append(line.number) }
      }
    }
    #expect(cases == 770_241)
    #expect(failures == [])
  }

  /// The directions a line is tried in, by the bit that asks for each.
  private static let bases: [(UInt8, BaseDirection)] = [
    (1, .firstStrong(fallback: .leftToRight)), (2, .leftToRight), (4, .rightToLeft),
  ]
}

/// A text laid out, to be compared with what a conformance file has.
private struct Layout: ~Copyable {
  private var bidi: Bidi
  private var text: [UInt8] = []
  /// For each byte the number of the scalar that begins there, else -1.
  private var scalarAt: [Int] = []
  private var count = 0

  init() throws { bidi = try Bidi() }

  var paragraphLevel: UInt8 { bidi.paragraphLevel }

  mutating func begin() {
    text.removeAll(keepingCapacity: true)
    scalarAt.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Appends a scalar's UTF-8.
  mutating func append(_ utf8: [UInt8]) {
    for (index, byte) in utf8.enumerated() {
      text.append(byte)
      scalarAt.append(index == 0 ? count : -1)
    }
    count += 1
  }

  /// Makes the text one of the classes that a line of BidiTest.txt names, and gives the bits of the
  /// directions to try.
  mutating func read(_ line: Substring) -> UInt8 {
    begin()
    var name: UInt32 = 0
    var bits: UInt8 = 0
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: ";"):
        if name != 0 { append(Self.examples[name] ?? []) }
        name = 0
      case UInt8(ascii: "0")...UInt8(ascii: "7"): bits = byte - UInt8(ascii: "0")
      default: name = name << 8 | UInt32(byte)
      }
    }
    return bits
  }

  /// Whether the text has the given levels and order of display, both without what UAX #9 removes,
  /// whose levels are nil.
  mutating func matches(
    _ base: BaseDirection, levels expected: [UInt8?], order: [Int]
  ) throws -> Bool {
    let text = text
    try bidi.setParagraph(text.span, base: base)
    let levels = try bidi.levels()
    guard levels.count == expected.count else { return false }
    var isSame = true
    var parities: UInt8 = 0
    for index in levels.indices {
      guard let level = expected[index] else { continue }
      let found = levels[index]
      parities |= 1 << (level & 1) | 1 << (found & 1)
      if level != found { isSame = false }
    }
    // Text of one direction is all of one level to ICU, whatever embeddings are in it.
    guard isSame || parities != 3 else { return false }
    var place = 0
    for run in try bidi.visualRuns() {
      var at = run.direction == .leftToRight ? run.range.lowerBound : run.range.upperBound - 1
      let step = run.direction == .leftToRight ? 1 : -1
      for _ in run.range {
        let scalar = scalarAt[at]
        at += step
        guard scalar >= 0, expected[scalar] != nil else { continue }
        guard place < order.count, order[place] == scalar else { return false }
        place += 1
      }
    }
    return place == order.count
  }

  /// A character of each class, by the class's short name packed into a number.
  private static let examples: [UInt32: [UInt8]] = {
    let examples: [(String, Unicode.Scalar)] = [
      ("L", "a"), ("R", "א"), ("AL", "ا"), ("EN", "0"), ("ES", "+"), ("ET", "#"), ("AN", "٠"),
      ("CS", ","), ("NSM", "\u{300}"), ("BN", "\u{ad}"), ("B", "\u{2029}"), ("S", "\t"),
      ("WS", " "), ("ON", "!"), ("LRE", "\u{202a}"), ("RLE", "\u{202b}"), ("PDF", "\u{202c}"),
      ("LRO", "\u{202d}"), ("RLO", "\u{202e}"), ("LRI", "\u{2066}"), ("RLI", "\u{2067}"),
      ("FSI", "\u{2068}"), ("PDI", "\u{2069}"),
    ]
    return Dictionary(
      uniqueKeysWithValues: examples.map { name, scalar in
        (name.utf8.reduce(0) { $0 << 8 | UInt32($1) }, Array(String(scalar).utf8))
      })
  }()
}
