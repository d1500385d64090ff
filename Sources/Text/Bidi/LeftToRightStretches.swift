import ICU

/// The stretches of a right-to-left line that are read left to right (UAX #9, W2 to W7 and N1).
///
/// A word of a left-to-right script reaches over what stands between its letters, and takes digits
/// joined to it, with a space between them at most. Numbers by themselves follow the rules: after
/// an Arabic letter a point or slash keeps two of them together, a hyphen does not.
///
/// Each rule reads the same from both ends, so it does not matter that in a line that is being
/// turned round the stretches are still backwards.
struct LeftToRightStretches {
  private(set) var ranges: [Range<Int>] = []
  private let classes: [BidiClass]
  private let scalars: [UInt32]
  private var isAfterArabic = false

  /// - Parameter scalars: those whose classes are given, in the order of reading.
  init(_ classes: [BidiClass], _ scalars: [UInt32]) {
    self.classes = classes
    self.scalars = scalars
    var at = 0
    while at < classes.count {
      switch classes[at] {
      case .arabicLetter: isAfterArabic = true
      case .rightToLeft: isAfterArabic = false
      case .leftToRight, .europeanNumber, .arabicNumber, .europeanTerminator:
        at = appendStretches(from: at)
        continue
      default: break
      }
      at += 1
    }
  }

  /// Appends those that begin before the next right-to-left letter, and returns where that is.
  private mutating func appendStretches(from start: Int) -> Int {
    var end = start
    var letters: Range<Int>?
    while end < classes.count {
      switch classes[end] {
      case .arabicLetter, .rightToLeft, .segmentSeparator, .paragraphSeparator: break
      case .leftToRight:
        letters = (letters?.lowerBound ?? end)..<end + 1
        fallthrough
      default:
        end += 1
        continue
      }
      break
    }
    guard let letters else {
      appendNumbers(in: start..<end)
      return end
    }
    var word = letters
    while let index = joinedNumber(before: word.lowerBound, notBefore: start) {
      word = index..<word.upperBound
    }
    while let index = joinedNumber(after: word.upperBound, until: end) {
      word = word.lowerBound..<index
    }
    appendNumbers(in: start..<word.lowerBound)
    ranges.append(word)
    isAfterArabic = false
    appendNumbers(in: word.upperBound..<end)
    return end
  }

  private func isDigit(_ index: Int) -> Bool {
    classes[index] == .europeanNumber || classes[index] == .arabicNumber
  }

  /// Where the digits end that follow `index` directly, or after one sign or space.
  private func joinedNumber(after index: Int, until end: Int) -> Int? {
    var at = index
    if at < end, !isDigit(at), isJoint(at) { at += 1 }
    let first = at
    while at < end, isDigit(at) { at += 1 }
    return at > first ? at : nil
  }

  private func joinedNumber(before index: Int, notBefore start: Int) -> Int? {
    var at = index
    if at > start, !isDigit(at - 1), isJoint(at - 1) { at -= 1 }
    let last = at
    while at > start, isDigit(at - 1) { at -= 1 }
    return at < last ? at : nil
  }

  private func isJoint(_ index: Int) -> Bool {
    switch scalars[index] {
    // Space, and the signs inside names, versions and addresses.
    case 0x20, 0x23, 0x26, 0x27, 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x40, 0x5F, 0x2011, 0x2019: true
    default: false
    }
  }

  private mutating func appendNumbers(in range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let isEuropean = !isAfterArabic && classes[at] != .arabicNumber
      guard isDigit(at) else {
        at += 1
        continue
      }
      var start = at
      var end = at + 1
      while end < range.upperBound {
        if isDigit(end) {
          end += 1
        } else if end + 1 < range.upperBound, isDigit(end + 1),
          classes[end] == .commonSeparator
            || (isEuropean && classes[end] == .europeanSeparator)
        {
          end += 2
        } else {
          break
        }
      }
      if isEuropean {
        // Per cent and currency signs stay with a number (W5).
        while start > (ranges.last?.upperBound ?? range.lowerBound), start > range.lowerBound,
          classes[start - 1] == .europeanTerminator
        {
          start -= 1
        }
        while end < range.upperBound, classes[end] == .europeanTerminator { end += 1 }
      }
      ranges.append(start..<end)
      at = end
    }
  }
}
