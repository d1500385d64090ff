/// The most general use of a scalar (UAX #44, table 12).
///
/// The raw values are ICU's, which do not change between versions.
package enum GeneralCategory: Int32, Sendable, CaseIterable {
  /// Cn.
  case unassigned = 0
  /// Lu.
  case uppercaseLetter = 1
  /// Ll.
  case lowercaseLetter = 2
  /// Lt.
  case titlecaseLetter = 3
  /// Lm.
  case modifierLetter = 4
  /// Lo.
  case otherLetter = 5
  /// Mn.
  case nonspacingMark = 6
  /// Me.
  case enclosingMark = 7
  /// Mc.
  case spacingMark = 8
  /// Nd.
  case decimalNumber = 9
  /// Nl.
  case letterNumber = 10
  /// No.
  case otherNumber = 11
  /// Zs.
  case spaceSeparator = 12
  /// Zl.
  case lineSeparator = 13
  /// Zp.
  case paragraphSeparator = 14
  /// Cc.
  case control = 15
  /// Cf.
  case format = 16
  /// Co.
  case privateUse = 17
  /// Cs.
  case surrogate = 18
  /// Pd.
  case dashPunctuation = 19
  /// Ps.
  case openPunctuation = 20
  /// Pe.
  case closePunctuation = 21
  /// Pc.
  case connectorPunctuation = 22
  /// Po.
  case otherPunctuation = 23
  /// Sm.
  case mathSymbol = 24
  /// Sc.
  case currencySymbol = 25
  /// Sk.
  case modifierSymbol = 26
  /// So.
  case otherSymbol = 27
  /// Pi.
  case initialPunctuation = 28
  /// Pf.
  case finalPunctuation = 29
}
