internal import CICU

/// Resolves the order in which a paragraph of mixed directions is displayed (UAX #9).
///
/// ```swift
/// var bidi = try Bidi()
/// try bidi.setParagraph("CNN: قالت موسكو".utf8.span, base: .rightToLeft)
/// try bidi.visual(mirrored: true, removingControls: true)  // وكسوم تلاق :CNN
/// ```
///
/// One resolver takes one paragraph after another in the same store.  It is for one thread.  It
/// does not break lines: give it one line to see that line as displayed.  Text that runs one way
/// throughout has one level throughout, whatever numbers and embeddings are in it; that aside, ICU
/// 72 passes all of Unicode's BidiTest.txt and departs from 30 of the 91,707 lines of
/// BidiCharacterTest.txt, in corners that news does not reach.
package struct Bidi: ~Copyable {
  /// A stretch of text of one embedding level.
  package struct Run: Equatable, Sendable {
    /// The run's bytes in the paragraph's UTF-8.
    package let range: Range<Int>
    /// The embedding level: even is left to right, odd is right to left.
    package let level: UInt8

    package init(range: Range<Int>, level: UInt8) {
      self.range = range
      self.level = level
    }

    /// The direction the run is read in.
    package var direction: TextDirection { level % 2 == 0 ? .leftToRight : .rightToLeft }
  }

  private let handle: OpaquePointer

  /// Opens a resolver over an empty paragraph.
  package init() throws(ICUError) {
    handle = try opened("open bidi") { status in cicu_bidi_open(&status) }
  }

  deinit { cicu_bidi_close(handle) }

  /// Copies a paragraph in and resolves its levels.
  ///
  /// Throws `U_INVALID_CHAR_FOUND` for malformed UTF-8 and `U_INDEX_OUTOFBOUNDS_ERROR` beyond
  /// `Int32.max` bytes; the paragraph is empty then.
  package mutating func setParagraph(
    _ utf8: Span<UInt8>, base: BaseDirection
  ) throws(ICUError) {
    try checked("resolve bidi levels") { status in
      utf8.withBytes { cicu_bidi_set_paragraph(handle, $0, $1, base.code, &status) }
    }
  }

  /// The paragraph's own level: 0 is left to right, 1 is right to left.
  package var paragraphLevel: UInt8 { cicu_bidi_paragraph_level(handle) }

  /// Gives the level of every Unicode scalar, in logical order.
  ///
  /// The controls that UAX #9 removes in X9 have levels too, those of what surrounds them.
  package func levels() throws(ICUError) -> [UInt8] {
    let count = Int(cicu_bidi_scalar_count(handle))
    // An empty array's storage is shared by all threads, and filling it is a write to it.
    if count == 0 { return [] }
    var status: cicu_status = 0
    let levels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      cicu_bidi_levels(handle, start, &status)
      initialized = status <= 0 ? count : 0
    }
    guard status <= 0 else { throw ICUError("get bidi levels", status) }
    return levels
  }

  /// Gives the runs from left to right as displayed (UAX #9, L2).
  ///
  /// Together they cover the paragraph, each scalar once.
  package func visualRuns() throws(ICUError) -> [Run] {
    let count = Int(
      try checked("count bidi runs") { status in cicu_bidi_run_count(handle, &status) })
    guard count > 0 else { return [] }
    return try checked("get bidi runs") { status in
      withUnsafeTemporaryAllocation(of: cicu_run.self, capacity: count) { buffer in
        guard let start = buffer.baseAddress else { return [] }
        buffer.initialize(repeating: cicu_run())
        cicu_bidi_visual_runs(handle, start, &status)
        guard status <= 0 else { return [] }
        return buffer.map { Run(range: Int($0.start)..<Int($0.end), level: $0.level) }
      }
    }
  }

  /// Gives the paragraph in display order, as a terminal without bidi must be given it.
  ///
  /// Marks stay after their bases (L3).  `mirrored` replaces brackets and the like in right-to-left
  /// runs by their mirror images (L4), and `removingControls` leaves out the directional marks,
  /// embeddings, overrides and isolates.
  package func visual(mirrored: Bool, removingControls: Bool) throws(ICUError) -> String {
    String(
      taking: try checked("reorder") { status in
        cicu_bidi_visual(handle, mirrored, removingControls, &status)
      })
  }

  /// Appends one line of the paragraph in display order, with the levels the whole paragraph has.
  ///
  /// A number that begins a line is thus drawn as what comes before it in the paragraph has it.
  /// - Parameter line: bytes of the paragraph's UTF-8 between two scalar boundaries, nil for all of
  ///   it; other ranges throw `U_INDEX_OUTOFBOUNDS_ERROR`.
  package mutating func appendVisual(
    line: Range<Int>? = nil, mirrored: Bool, removingControls: Bool, to text: inout [UInt8]
  ) throws(ICUError) {
    let block = try checked("reorder a line") { status in
      guard let line else {
        return cicu_bidi_visual(handle, mirrored, removingControls, &status)
      }
      return cicu_bidi_visual_line(
        handle, Int64(line.lowerBound), Int64(line.upperBound), mirrored, removingControls, &status)
    }
    text.append(contentsOf: UnsafeBufferPointer(start: block.bytes, count: Int(block.length)))
    cicu_bytes_free(block)
  }

  /// Finds a paragraph's direction by its first strong character, or `nil` where it has none.
  ///
  /// The rules are P2 and P3 of UAX #9: isolates are skipped, and nothing beyond a paragraph
  /// separator counts.  Bytes after the strong character are not looked at; malformed UTF-8 before
  /// it is `U_INVALID_CHAR_FOUND`.
  package static func firstStrongDirection(
    _ utf8: Span<UInt8>
  ) throws(ICUError) -> TextDirection? {
    let direction = try checked("find first strong character") { status in
      utf8.withBytes { cicu_first_strong($0, $1, &status) }
    }
    switch direction {
    case Int32(CICU_BASE_LTR): return .leftToRight
    case Int32(CICU_BASE_RTL): return .rightToLeft
    default: return nil
    }
  }
}
