/// The Arabic letters that clitics and their seams are made of.
enum Letter {
  static let hamza: UInt16 = 0x0621
  static let alefHamza: UInt16 = 0x0623
  static let wawHamza: UInt16 = 0x0624
  static let alefHamzaBelow: UInt16 = 0x0625
  static let yaHamza: UInt16 = 0x0626
  static let alef: UInt16 = 0x0627
  static let ba: UInt16 = 0x0628
  static let taMarbuta: UInt16 = 0x0629
  static let ta: UInt16 = 0x062A
  static let sin: UInt16 = 0x0633
  static let fa: UInt16 = 0x0641
  static let kaf: UInt16 = 0x0643
  static let lam: UInt16 = 0x0644
  static let mim: UInt16 = 0x0645
  static let nun: UInt16 = 0x0646
  static let ha: UInt16 = 0x0647
  static let waw: UInt16 = 0x0648
  static let alefMaqsura: UInt16 = 0x0649
  static let ya: UInt16 = 0x064A
}
