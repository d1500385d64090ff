import ICU

/// A line of scalars in the order they are displayed in, left to right, as some programs extract
/// text from PDF; and its way back to the order of reading.
///
/// The line is turned round, and the stretches that run left to right within it, numbers and words
/// of other scripts, are turned back (the inverse of UAX #9, L2, where there is one: a display can
/// come from more than one text, and of two readings the one that keeps digits and Latin letters
/// as they stand is taken). Brackets are mirrored (L4), unless only unmirrored ones pair up.
struct VisualLine {
  /// Where the marks of a letter stand.
  enum Marks: Sendable {
    /// After it, as displays without bidi need them (UAX #9, L3).
    case afterLetter
    /// Before it, every scalar having been turned round.
    case beforeLetter
  }

  private let scalars: [UInt32]
  private let marks: Marks

  init(_ scalars: [UInt32], marks: Marks) {
    self.scalars = scalars
    self.marks = marks
  }

  /// What the line's own words say of its marks: one that begins a word was turned round, and one
  /// that ends a word was not; nil where none does either.
  static func marks(in line: [UInt32]) -> Marks? {
    var turned = 0
    for index in line.indices where isMark(line[index]) {
      let before = index > 0 ? line[index - 1] : 0x20
      let after = index + 1 < line.count ? line[index + 1] : 0x20
      if !isArabicLetter(before), !isMark(before) { turned += 1 }
      if !isArabicLetter(after), !isMark(after) { turned -= 1 }
    }
    return turned == 0 ? nil : turned > 0 ? .beforeLetter : .afterLetter
  }

  /// The line in the order of reading.
  func logical(base: TextDirection) -> [UInt32] {
    switch base {
    case .rightToLeft: return turned(0..<scalars.count)
    case .leftToRight:
      var result: [UInt32] = []
      var copied = 0
      for stretch in rightToLeftStretches() {
        result += scalars[copied..<stretch.lowerBound]
        result += turned(stretch)
        copied = stretch.upperBound
      }
      return result + scalars[copied...]
    }
  }

  /// From a right-to-left letter to the last one before a left-to-right one, with its marks.
  private func rightToLeftStretches() -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var current: Range<Int>?
    for (index, scalar) in scalars.enumerated() {
      if isRightToLeft(scalar) {
        current = (current?.lowerBound ?? index)..<index + 1
      } else if Self.isMark(scalar), let open = current, open.upperBound == index {
        current = open.lowerBound..<index + 1
      } else if bidiClass(scalar) == .leftToRight, let open = current {
        stretches.append(open)
        current = nil
      }
    }
    if let current { stretches.append(current) }
    return stretches
  }

  private func turned(_ range: Range<Int>) -> [UInt32] {
    var units = units(of: range)
    units.reverse()
    let classes = units.map { bidiClass(scalars[$0.lowerBound]) }
    var isLeftToRight = [Bool](repeating: false, count: units.count)
    for stretch in LeftToRightStretches(classes, units.map { scalars[$0.lowerBound] }).ranges {
      units[stretch].reverse()
      for index in stretch { isLeftToRight[index] = true }
    }
    let mirrored = joined(units, mirroring: isLeftToRight.map { !$0 })
    if Self.isBalanced(mirrored) { return mirrored }
    let plain = joined(units, mirroring: isLeftToRight.map { _ in false })
    return Self.isBalanced(plain) ? plain : mirrored
  }

  /// The letters of a range, each with its marks.
  private func units(of range: Range<Int>) -> [Range<Int>] {
    var units: [Range<Int>] = []
    for index in range {
      if marks == .afterLetter, Self.isMark(scalars[index]), let last = units.popLast() {
        units.append(last.lowerBound..<index + 1)
      } else {
        units.append(index..<index + 1)
      }
    }
    return units
  }

  private func joined(_ units: [Range<Int>], mirroring: [Bool]) -> [UInt32] {
    var result: [UInt32] = []
    for (unit, isMirrored) in zip(units, mirroring) {
      for scalar in scalars[unit] {
        result.append(
          isMirrored
            ? Unicode.Scalar(scalar).map { Properties.mirrorImage(of: $0).value } ?? scalar
            : scalar)
      }
    }
    return result
  }

  /// Whether each bracket closes the one opened before it.
  private static func isBalanced(_ line: [UInt32]) -> Bool {
    var open: [UInt32] = []
    for scalar in line {
      switch scalar {
      case 0x28, 0x5B, 0x7B: open.append(scalar)
      case 0x29: if open.popLast() != 0x28 { return false }
      case 0x5D: if open.popLast() != 0x5B { return false }
      case 0x7D: if open.popLast() != 0x7B { return false }
      default: continue
      }
    }
    return open.isEmpty
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    PresentationForms.isMark(scalar) || bidiClass(scalar) == .nonspacingMark
  }
}

private func bidiClass(_ scalar: UInt32) -> BidiClass {
  Unicode.Scalar(scalar).map { Properties.bidiClass(of: $0) } ?? .otherNeutral
}
