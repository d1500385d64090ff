/// Spellings that are attested for Arabic names, and how often.
package struct NameLexicon: Sendable {
  /// Where the letters of each key begin, and the end; keys rise.
  private let keyStarts: Column<UInt32>
  /// UTF-16 units, which are scalars: letters as `NameLetters.key` has them, and spaces.
  private let keyLetters: Column<UInt16>
  private let valueStarts: Column<UInt32>
  /// ASCII: `spelling` and, behind a tab each, a letter for a group and a count; entries are parted
  /// by line feeds.
  private let values: Column<UInt8>

  /// A spelling and where it is attested.
  package struct Entry: Sendable, Equatable {
    /// Lower case but in curated names, which are as they are to be printed.
    package let spelling: String
    package let groups: [(group: Group, count: Int)]

    package static func == (a: Entry, b: Entry) -> Bool {
      a.spelling == b.spelling && a.groups.map(\.group) == b.groups.map(\.group)
        && a.groups.map(\.count) == b.groups.map(\.count)
    }
  }

  /// Whose names a spelling is attested among.
  package enum Group: UInt8, Sendable, CaseIterable {
    case foreign = 0x66  // f
    case arab = 0x61  // a
    case maghreb = 0x6D  // m
    case persian = 0x70  // p
    /// Persons and places of the curated lists.
    case person = 0x50  // P
    case place = 0x4C  // L
  }

  init(_ sections: inout ModelSections) throws(NameModelError) {
    keyStarts = try sections.column()
    keyLetters = try sections.column()
    valueStarts = try sections.column()
    values = try sections.column()
    guard keyStarts.count > 0, keyStarts.count == valueStarts.count else { throw .damaged }
    guard Int(keyStarts[keyStarts.count - 1]) <= keyLetters.count,
      Int(valueStarts[valueStarts.count - 1]) <= values.count
    else { throw .damaged }
    if sections.isTrusted { return }
    for at in 1..<keyStarts.count
    where keyStarts[at] < keyStarts[at - 1] || valueStarts[at] < valueStarts[at - 1] {
      throw .damaged
    }
  }

  /// How many names it has.
  package var count: Int { keyStarts.count - 1 }

  /// The spellings of a name, given by its key.
  package func entries(_ key: [UInt32]) -> [Entry] {
    guard let place = place(of: key) else { return [] }
    var entries: [Entry] = []
    var spelling: [UInt8] = []
    var groups: [(group: Group, count: Int)] = []
    var count = 0
    var group: Group?
    var isSpelling = true
    func endField() {
      if let group { groups.append((group, count)) }
      group = nil
      count = 0
    }
    for at in Int(valueStarts[place])..<Int(valueStarts[place + 1]) {
      let byte = values[at]
      switch byte {
      case 0x09:
        endField()
        isSpelling = false
      case 0x0A:
        endField()
        entries.append(Entry(spelling: String(decoding: spelling, as: UTF8.self), groups: groups))
        spelling = []
        groups = []
        isSpelling = true
      case _ where isSpelling: spelling.append(byte)
      case 0x30...0x39: count = min(count * 10 + Int(byte - 0x30), 1 << 30)
      default: group = Group(rawValue: byte)
      }
    }
    return entries
  }

  private func place(of key: [UInt32]) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      switch compare(middle, key) {
      case 0: return middle
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }

  /// Below, at or above 0 as a key of the table is before, at or behind another.
  private func compare(_ place: Int, _ key: [UInt32]) -> Int {
    let start = Int(keyStarts[place])
    let length = Int(keyStarts[place + 1]) - start
    for at in 0..<min(length, key.count) {
      let letter = UInt32(keyLetters[start + at])
      if letter != key[at] { return letter < key[at] ? -1 : 1 }
    }
    return length - key.count
  }
}
