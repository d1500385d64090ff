/// A country whose people write their names in Latin letters in a way of their own.
package enum NameCountry: String, CaseIterable, Sendable {
  case AE, BH, DJ, DZ, EG, IQ, IR, JO, KM, KW, LB, LY, MA, MR, OM, PS, QA, SA, SD, SO, SY, TN, YE

  /// The kind of name that is the country's.
  var domain: NameDomain {
    switch self {
    case .DZ, .MA, .TN, .MR, .DJ, .KM: .maghreb
    case .IR: .persian
    default: .arab
    }
  }

  /// By how much likelier a spelling is there than elsewhere.
  ///
  /// Egypt writes El- and g for ج; Lebanon and Syria under the French mandate's habit ou and ch.
  func factor(_ spelling: [UInt8], _ letters: [UInt32]) -> Float {
    var factor: Float = 1
    let hasEl = spelling.starts(with: [0x65, 0x6C])
    let hasAl = spelling.starts(with: [0x61, 0x6C])
    let jim: UInt32 = 0x062C
    switch self {
    case .EG:
      if NameWords.hasArticle(letters) { factor *= hasEl ? 2 : hasAl ? 0.8 : 0.6 }
      if letters.contains(jim) { factor *= spelling.contains(0x67) ? 2 : 0.3 }
    case .LB, .SY:
      if NameWords.hasArticle(letters), self == .LB { factor *= hasEl ? 1.5 : 1 }
      if spelling.contains(0x63)
        || zip(spelling, spelling.dropFirst()).contains(where: { $0 == (0x6F, 0x75) })
      {
        factor *= 1.5
      }
    case .AE, .BH, .KW, .OM, .QA, .SA, .YE, .IQ:
      if NameWords.hasArticle(letters) { factor *= hasAl ? 2 : hasEl ? 0.5 : 0.6 }
      if letters.contains(jim) { factor *= spelling.contains(0x67) ? 0.3 : 1 }
    default: break
    }
    return factor
  }
}
