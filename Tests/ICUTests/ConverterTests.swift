import ICU
import Testing

@Suite("Charsets")
struct ConverterTests {
  static func decode(_ charset: String, _ bytes: [UInt8]) throws -> String {
    var converter = try Converter(charset: charset)
    return String(decoding: try converter.decode(bytes.span), as: UTF8.self)
  }

  static let cases: [(charset: String, bytes: [UInt8], text: String)] = [
    ("windows-1256", [0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0xa1, 0x20, 0x61, 0x80], "مرحبا، a€"),
    ("cp1256", [0xc8, 0xe6, 0xca, 0xed, 0xe4], "بوتين"),
    ("iso-8859-6", [0xe5, 0xd1, 0xcd, 0xc8, 0xc7, 0xac], "مرحبا،"),
    ("ISO_8859-6:1987", [0xc8], "ب"),
    ("Arabic", [0xc8], "ب"),
    ("utf-8", Array("مرحبا 😀".utf8), "مرحبا 😀"),
    ("UTF-16", [0xfe, 0xff, 0x06, 0x28], "ب"),
    ("UTF-16", [0xff, 0xfe, 0x28, 0x06], "ب"),
    ("UTF-16", [0xff, 0xfe, 0x3d, 0xd8, 0x00, 0xde], "😀"),
    ("UTF-16LE", [0x28, 0x06], "ب"),
    ("UTF-16BE", [0x06, 0x28], "ب"),
    ("UTF-16LE", [0xff, 0xfe, 0x28, 0x06], "\u{feff}ب"),
    ("UTF-32", [0xff, 0xfe, 0, 0, 0x00, 0xf6, 0x01, 0], "😀"),
    ("ISO-2022-JP", [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], "あ"),
    ("gb18030", [0xd6, 0xd0], "中"),
    ("windows-1256", [], ""),
    ("UTF-16", [], ""),
    ("UTF-16", [0xff, 0xfe], ""),
  ]

  @Test("Bytes are read as their charset has them", arguments: cases)
  func decodes(_ charset: String, _ bytes: [UInt8], _ text: String) throws {
    let decoded = try Self.decode(charset, bytes)
    #expect(decoded.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  static let bad:
    [(
      charset: String, input: [UInt8], problem: ConversionError.Problem, offset: Int, bytes: [UInt8]
    )] = [
      ("iso-8859-6", [0xe5, 0xd1, 0xa1, 0xc8], .unmapped, 2, [0xa1]),
      ("us-ascii", [0x61, 0x80], .illegal, 1, [0x80]),
      ("UTF-16", [0xff, 0xfe, 0x28], .truncated, 2, [0x28]),
      ("UTF-16LE", [0x28, 0x06, 0x3d, 0xd8], .truncated, 2, [0x3d, 0xd8]),
      ("UTF-16LE", [0x28, 0x06, 0x3d, 0xd8, 0x28, 0x06], .illegal, 2, [0x3d, 0xd8]),
      ("UTF-16BE", [0x06, 0x28, 0xde, 0x00, 0x06, 0x28], .illegal, 2, [0xde, 0x00]),
      ("UTF-16BE", [0x06, 0x28, 0xd8, 0x3d, 0xd8, 0x3d, 0xde, 0x00], .illegal, 2, [0xd8, 0x3d]),
      ("UTF-32BE", [0, 0, 0, 0x61, 0, 0, 0xd8, 0], .illegal, 4, [0, 0, 0xd8, 0]),
      ("UTF-8", [0x61, 0xd8, 0x61], .illegal, 1, [0xd8]),
      ("UTF-8", [0x61, 0xd8], .truncated, 1, [0xd8]),
      ("UTF-8", [0x61, 0xed, 0xa0, 0x80], .illegal, 1, [0xed]),
      ("CESU-8", [0x61, 0xed, 0xa0, 0x80, 0x62], .unmapped, 1, [0xed, 0xa0, 0x80]),
      ("gb18030", [0x61, 0x81], .truncated, 1, [0x81]),
      ("Shift_JIS", [0x61, 0x81, 0x20], .illegal, 1, [0x81]),
    ]

  @Test("Bytes without meaning are refused with their place", arguments: bad)
  func refuses(
    _ charset: String, _ input: [UInt8], _ problem: ConversionError.Problem, _ offset: Int,
    _ bytes: [UInt8]
  ) throws {
    let error = #expect(throws: ConversionError.self) { try Self.decode(charset, input) }
    #expect(error?.problem == problem)
    #expect(error?.offset == offset)
    #expect(error?.bytes == bytes)
    #expect(error?.description.contains("byte \(offset)") == true)
  }

  @Test(
    "An error far into a long input has its place too", arguments: [4_095, 8_191, 8_192, 1_000_003])
  func farOffset(_ offset: Int) throws {
    var input = [UInt8](repeating: 0xc8, count: offset + 50)
    input[offset] = 0xa1
    let error = #expect(throws: ConversionError.self) { try Self.decode("iso-8859-6", input) }
    #expect(error?.offset == offset)
    #expect(error?.bytes == [0xa1])
  }

  @Test("A pair that two pieces share comes out whole", arguments: 8_185...8_195)
  func pairs(_ ascii: Int) throws {
    let text = String(repeating: "a", count: ascii) + "😀😀😀b"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    #expect(try Self.decode("UTF-16LE", bytes) == text)
    #expect(try Self.decode("UTF-8", Array(text.utf8)) == text)

    // CESU-8 lets half a pair through, which is caught on the way out.
    let lead = Array(repeating: UInt8(ascii: "a"), count: ascii) + [0xed, 0xa0, 0x80]
    for rest in [[], [0x62], [0xed, 0xa0, 0x80, 0x62]] as [[UInt8]] {
      let error = #expect(throws: ConversionError.self) { try Self.decode("CESU-8", lead + rest) }
      #expect(error?.offset == ascii)
      #expect(error?.bytes == [0xed, 0xa0, 0x80])
    }
  }

  @Test("Five million bytes come out whole")
  func long() throws {
    var converter = try Converter(charset: "windows-1256")
    let input = (0..<5_000_000).map { [0xe3, 0xd1, 0xcd, 0xc8, 0xc7, 0x20][$0 % 6] as UInt8 }
    let output = try converter.decode(input.span)
    #expect(output.count == 9_166_667)
    #expect(output.prefix(11).elementsEqual("مرحبا ".utf8))
  }

  @Test("A converter that has failed reads the next input from its start")
  func reuse() throws {
    var converter = try Converter(charset: "UTF-16")
    do throws(ConversionError) {
      _ = try converter.decode([0xff, 0xfe, 0x28].span)
      Issue.record("half a character was read")
    } catch {
      #expect(error.problem == .truncated)
    }
    #expect(try converter.decode([0xfe, 0xff, 0x06, 0x28].span) == Array("ب".utf8))
    #expect(try converter.decode([0xff, 0xfe, 0x28, 0x06].span) == Array("ب".utf8))
  }

  @Test("A charset is known by any alias and has one name")
  func names() throws {
    let windows = try Converter(charset: "windows-1256").canonicalName
    #expect(try Converter(charset: "CP1256").canonicalName == windows)
    #expect(try Converter(charset: "utf8").canonicalName == "UTF-8")
  }

  @Test("An unknown charset is refused", arguments: nonsense)
  func unknown(_ nonsense: Nonsense) {
    let charset = nonsense.name
    let error = #expect(throws: ICUError.self) { _ = try Converter(charset: charset).canonicalName }
    #expect((error?.code ?? 0) > 0)
    if charset == "nonsense" { #expect(error?.name == "U_FILE_ACCESS_ERROR") }
    if charset.contains("\0") { #expect(error?.name == "U_ILLEGAL_ARGUMENT_ERROR") }
  }

  static let charsets = [
    "windows-1256", "iso-8859-6", "windows-1252", "ibm-864", "ibm-420", "x-mac-arabic", "UTF-8",
    "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-7", "CESU-8", "SCSU", "BOCU-1", "gb18030",
    "gbk", "Big5", "Big5-HKSCS", "Shift_JIS", "EUC-JP", "EUC-KR", "HZ", "ISO-2022-JP",
    "ISO-2022-KR", "ISO-2022-CN", "ibm-930", "LMBCS-1", "IMAP-mailbox-name",
  ]

  @Test("Any bytes are text or an error whose place is true", arguments: charsets)
  func anyBytes(_ charset: String) throws {
    guard var converter = try? Converter(charset: charset) else { return }
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2_000 {
      let input = randomBytes(0...30, using: &generator)
      do throws(ConversionError) {
        let output = try converter.decode(input.span)
        #expect(String(validating: output, as: UTF8.self) != nil)
      } catch {
        let end = error.offset + error.bytes.count
        #expect(error.problem != .failure)
        #expect(end <= input.count)
        guard end <= input.count else { continue }
        #expect(Array(input[error.offset..<end]) == error.bytes)
        // What comes before the place is text, or text cut short by the place itself.
        do throws(ConversionError) {
          _ = try converter.decode(Array(input[..<error.offset]).span)
        } catch let before {
          #expect(before.problem == .truncated, "\(charset) \(input) \(error) \(before)")
        }
      }
    }
  }
}
