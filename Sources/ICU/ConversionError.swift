/// The place where bytes stop being text in a charset.
package struct ConversionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong with the bytes.
  package enum Problem: Sendable {
    /// The charset has no character for them.
    case unmapped
    /// The charset's scheme does not allow them; half a surrogate pair is such.
    case illegal
    /// The input ends inside a character.
    case truncated
    /// Nothing: ICU failed in some other way.
    case failure
  }

  /// ICU's name of the charset.
  package let charset: String
  package let problem: Problem
  /// The bytes of input before the bad ones.
  package let offset: Int
  /// The bad bytes.
  package let bytes: [UInt8]
  /// ICU's error.
  package let cause: ICUError

  package var description: String {
    let digits = bytes.map { byte in
      let hex = String(byte, radix: 16, uppercase: true)
      return hex.utf8.count < 2 ? "0" + hex : hex
    }
    let list = digits.joined(separator: " ")
    return switch problem {
    case .unmapped: "\(list) at byte \(offset) is no character in \(charset)"
    case .illegal: "\(list) at byte \(offset) is not allowed in \(charset)"
    case .truncated: "the input ends inside a character of \(charset), \(list) at byte \(offset)"
    case .failure: "\(cause) at byte \(offset)"
    }
  }
}
