/// One of the invisible characters that steer the bidirectional algorithm (UAX #9, section 2).
package enum BidiControl: UInt32, Sendable, CaseIterable {
  case arabicLetterMark = 0x061C
  case leftToRightMark = 0x200E
  case rightToLeftMark = 0x200F
  case leftToRightEmbedding = 0x202A
  case rightToLeftEmbedding = 0x202B
  case popDirectionalFormat = 0x202C
  case leftToRightOverride = 0x202D
  case rightToLeftOverride = 0x202E
  case leftToRightIsolate = 0x2066
  case rightToLeftIsolate = 0x2067
  case firstStrongIsolate = 0x2068
  case popDirectionalIsolate = 0x2069

  /// What a control does.
  package enum Kind: Sendable {
    /// Stands for an invisible letter of a direction.
    case mark
    /// Opens a stretch of a direction.
    case embedding
    /// Opens a stretch in which every character has a direction.
    case override
    /// Opens a stretch that what is around it does not see.
    case isolate
    /// Closes an embedding or override.
    case popFormat
    /// Closes an isolate.
    case popIsolate
  }

  package var kind: Kind {
    switch self {
    case .arabicLetterMark, .leftToRightMark, .rightToLeftMark: .mark
    case .leftToRightEmbedding, .rightToLeftEmbedding: .embedding
    case .leftToRightOverride, .rightToLeftOverride: .override
    case .leftToRightIsolate, .rightToLeftIsolate, .firstStrongIsolate: .isolate
    case .popDirectionalFormat: .popFormat
    case .popDirectionalIsolate: .popIsolate
    }
  }

  /// The name UAX #9 uses, "RLO".
  package var abbreviation: String {
    switch self {
    case .arabicLetterMark: "ALM"
    case .leftToRightMark: "LRM"
    case .rightToLeftMark: "RLM"
    case .leftToRightEmbedding: "LRE"
    case .rightToLeftEmbedding: "RLE"
    case .popDirectionalFormat: "PDF"
    case .leftToRightOverride: "LRO"
    case .rightToLeftOverride: "RLO"
    case .leftToRightIsolate: "LRI"
    case .rightToLeftIsolate: "RLI"
    case .firstStrongIsolate: "FSI"
    case .popDirectionalIsolate: "PDI"
    }
  }

  /// Whether a byte can be a control's first, so that most text is passed over a byte at a time.
  static func canBegin(with byte: UInt8) -> Bool { byte == 0xD8 || byte == 0xE2 }
}

/// A field in first-strong isolates (UAX #9, FSI…PDI), to stand in a line of any direction without
/// disturbing it.
package func isolated(_ field: String) -> String { "\u{2068}\(field)\u{2069}" }
