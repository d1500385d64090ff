import Foundation
import TestSupport
import Testing

@Suite struct TransliterateCommandTests {
  private func run(_ arguments: [String], _ text: String = "") throws -> Run {
    try Binary.run(["transliterate"] + arguments, input: Array(text.utf8))
  }

  @Test func wordsAreRewrittenAndTheRestStays() throws {
    let run = try run(
      ["--scheme", "bgn-pcgn"], "\u{FEFF}مُحَافَظَة دِمَشْق\r\n\r\n\tCafé (القَاهِرَة) 2016\nلا نظيره")
    #expect(
      run.output == "\u{FEFF}Muḩāfaz̧at Dimashq\r\n\r\n\tCafé (Al Qāhirah) 2016\nLā Nz̧īrh")
    #expect(
      run.errors
        == "1 of 5 words lack vowels and are not known; they are written by their letters\n"
    )
    #expect(run.status == 0)
    #expect(try self.run(["--scheme", "ijmes", "--quiet"], "نظيره").errors == "")
  }

  /// Without a scheme names are spelled as newspapers do, and the rest of the text stays.
  @Test func namesAreSpelledAsInTheNews() throws {
    let text = "\u{FEFF}1. فلاديمير بوتين\r\n\t(لافروف) 2016\n\nBBC"
    let run = try run([], text)
    #expect(run.output == "\u{FEFF}1. Vladimir Putin\r\n\t(Lavrov) 2016\n\nBBC")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(try self.run(["--scheme", "english"], text).output == run.output)
  }

  @Test func severalSpellingsHaveProbabilities() throws {
    let lines = try run(["--nbest", "3"], "شكيب خضور\nبوتين\n").output.split(separator: "\n")
    #expect(lines.count == 2)
    let cells = try #require(lines.first).split(separator: "\t")
    #expect(cells.first == "شكيب خضور")
    #expect(cells.count == 4)
    for cell in cells.dropFirst() {
      let sides = cell.split(separator: "|")
      #expect(sides.count == 2)
      let probability = try #require(Double(sides[1]))
      #expect(probability > 0 && probability < 1)
    }
    let json = try run(["--format", "jsonl"], "x\nبوتين").output
    #expect(
      json.hasPrefix("{\"end\":12,\"file\":\"<stdin>\",\"spellings\":[{\"layers\":[\"curated\"],"))
    #expect(json.contains("\"text\":\"Putin\"}],\"start\":2,\"text\":\"بوتين\"}"))
  }

  @Test func theUsersNamesWinAndBrokenRowsAreNamed() throws {
    let scratch = try Scratch()
    let good = try scratch.file("good.tsv", "# مال\nبوتين\tPoutine\n\n")
    #expect(try run(["--names", good], "بوتين").output == "Poutine")
    let bad = try scratch.file("bad.tsv", "بوتين\nلافروف\tLavroff\n")
    let run = try run(["--names", bad], "لافروف")
    #expect(run.output == "Lavroff")
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("dragoman: \(bad):1: not a name, a tab and a spelling\n"))
    #expect(try self.run(["--names", "/no/such"], "لافروف").status == 66)
  }

  @Test func emptyTextIsEmpty() throws {
    for format in ["text", "tsv", "jsonl"] {
      let run = try run(["--scheme", "ala-lc", "--format", format])
      #expect(run.output == "")
      #expect(run.errors == "")
      #expect(run.status == 0)
    }
  }

  @Test func severalFilesAreOneStream() throws {
    let scratch = try Scratch()
    let one = try scratch.file("1", "\u{FEFF}باب\n")
    let two = try scratch.file("2", "\u{FEFF}بيت\n")
    let text = try run(["--scheme", "ala-lc", one, two])
    #expect(text.output == "\u{FEFF}Bāb\nBayt\n")
    let json = try run(["--scheme", "ala-lc", "--format", "jsonl", one, two])
    #expect(json.output.contains("\"file\":\"\(two)\",\"latin\":\"Bayt\",\"start\":3,"))
  }

  @Test func tableOfWords() throws {
    let run = try run(["--scheme", "ala-lc", "--format", "tsv"], "قال محمد: \"نظيره\".")
    #expect(run.output == "قال\tQāla\t\nمحمد\tMuḥammad\t\nنظيره\tNẓīrh\tvowels-missing\n")
  }

  @Test func jsonLinesPointAtTheBytes() throws {
    let text = "قال Mr. بوتين:\nنعم \\ \"هنا\""
    for scheme in ["ala-lc", "buckwalter", "icu"] {
      let run = try run(["--scheme", scheme, "--format", "jsonl"], text)
      let bytes = Array(text.utf8)
      var words: [String] = []
      for line in run.output.split(separator: "\n") {
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let start = try #require(object["start"] as? Int)
        let end = try #require(object["end"] as? Int)
        #expect(object["text"] as? String == String(decoding: bytes[start..<end], as: UTF8.self))
        #expect(object["file"] as? String == "<stdin>")
        #expect(object["vowels_missing"] is Bool)
        words.append(try #require(object["latin"] as? String))
      }
      #expect(words.count == 4)
    }
  }

  @Test(arguments: ["buckwalter", "buckwalter-xml", "buckwalter-safe", "hsb", "iso-233"])
  func whatIsReversedIsTheText(scheme: String) throws {
    let text = try Repository.bytes("seeds/syria-truce.ar.txt")
    let latin = try Binary.run(["transliterate", "--scheme", scheme], input: text)
    #expect(latin.status == 0)
    #expect(latin.errors == "")
    let back = try run(["--scheme", scheme, "--reverse"], latin.output)
    #expect(Array(back.output.utf8) == text)
  }

  @Test func capitalsAreForChoice() throws {
    #expect(try run(["--scheme", "ala-lc"], "كتاب في مصر").output == "Kitāb fī Miṣr")
    let arguments = ["--scheme", "ala-lc", "--capitals"]
    #expect(try run(arguments + ["sentence"], "كتاب في بيت").output == "Kitāb fī bayt")
    #expect(try run(arguments + ["none"], "كتاب في مصر").output == "kitāb fī miṣr")
    #expect(try run(["--scheme", "wehr"], "كتاب").output == "kitāb")
    let refused = try run(["--scheme", "hsb", "--capitals", "none"], "كتاب")
    #expect(refused.status == 64)
    #expect(refused.errors.hasPrefix("Error: The case of letters is not for choice in hsb"))
  }

  @Test func outputGoesToAFileWhoseNameSaysTheFormat() throws {
    let scratch = try Scratch()
    let run = try run(["--scheme", "ala-lc", "-o", scratch.path("out.tsv")], "باب")
    #expect(run.output == "")
    #expect(try scratch.text("out.tsv") == "باب\tBāb\t\n")
  }

  @Test func everySchemeIsListedAndRuns() throws {
    let list = try run(["--list-schemes"])
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n")
    #expect(lines.count == 17)
    for line in lines {
      let name = String(line.prefix { $0 != " " })
      let run = try run(["--scheme", name, "--quiet"], "باب")
      #expect(run.status == 0)
      #expect(run.output.lowercased() != "باب")
    }
  }

  @Test func aWrongSchemeSuggestsTheNearest() throws {
    for (wrong, hint) in [
      ("bgn_pcgn", "did you mean 'bgn-pcgn'?"), ("ALA-LC", "did you mean 'ala-lc'?"),
      ("din", "did you mean 'din-31635'?"), ("nonsense", "there are english, bgn-pcgn, un-2017,"),
    ] {
      let run = try run(["--scheme", wrong], "باب")
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: There is no scheme '\(wrong)'; \(hint)"))
      #expect(run.output == "")
    }
    #expect(try run(["--reverse"], "باب").status == 64)
    #expect(try run(["--nbest", "0"], "باب").status == 64)
    #expect(try run(["--scheme", "ijmes", "--nbest", "3"], "باب").status == 64)
    #expect(try run(["--style", "article=loud"], "باب").status == 64)
    #expect(try run(["--country", "XX"], "باب").status == 64)
    #expect(try run(["--scheme", "englsh"], "باب").errors.contains("did you mean 'english'?"))
  }

  @Test func onlyLettersCanBeReversed() throws {
    let run = try run(["--scheme", "ijmes", "--reverse"], "bāb")
    #expect(run.status == 64)
    #expect(
      run.errors.hasPrefix(
        "Error: ijmes cannot be reversed; iso-233, buckwalter, buckwalter-xml, buckwalter-safe, hsb can."
      ))
    let table = try self.run(["--scheme", "hsb", "--reverse", "--format", "tsv"], "bAb")
    #expect(table.status == 64)
  }

  @Test func rulesOfTheUsersOwn() throws {
    let scratch = try Scratch()
    let rules = try scratch.file("my.rules", "ب <> b;\nا <> a;\n")
    #expect(try run(["--rules", rules], "باب x\nبت\n").output == "bab x\nbت\n")
    #expect(try run(["--rules", rules, "--reverse"], "bab").output == "باب")
    let table = try run(["--rules", rules, "--format", "tsv"], "باب ا")
    #expect(table.output == "باب\tbab\t\nا\ta\t\n")
    #expect(try run(["--rules", rules, "--scheme", "hsb"], "").status == 64)
    let long = String(repeating: "باب ", count: 50_000)
    #expect(try run(["--rules", rules], long).output == String(repeating: "bab ", count: 50_000))
  }

  @Test func brokenRulesAreOneLineWithThePlace() throws {
    let scratch = try Scratch()
    let rules = try scratch.file("my.rules", "ب > b;\n[ت > t;\n")
    let run = try run(["--rules", rules], "باب")
    #expect(run.status == 65)
    #expect(
      run.errors == "dragoman: \(rules):2: wrong rule: a [set] is not well formed, at “[ت > t;”\n")
    let unknown = try scratch.file("unknown.rules", ":: Nonsense-Klingon ;")
    #expect(try self.run(["--rules", unknown], "").status == 65)
    #expect(try self.run(["--rules", scratch.path("none")], "").status == 66)
  }

  @Test func badInputIsNamed() throws {
    let missing = try run(["--scheme", "ala-lc", "/nowhere/text"])
    #expect(missing.status == 66)
    #expect(missing.errors == "dragoman: /nowhere/text: No such file or directory\n")
    let broken = try Binary.run(
      ["transliterate", "--scheme", "ala-lc"], input: Array("باب\nx".utf8) + [0xFF])
    #expect(broken.status == 65)
    #expect(broken.errors.hasPrefix("dragoman: <stdin>:2:2: not UTF-8: byte 0xFF"))
    let windows = try Binary.run(
      ["transliterate", "--scheme", "ala-lc", "--encoding", "windows-1256"],
      input: [0xC8, 0xC7, 0xC8])
    #expect(windows.output == "Bāb")
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "yes باب | head -c 3000000 | \"\(Binary.url.path)\" transliterate --scheme ala-lc | head -n 1",
    ]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    #expect(String(decoding: text, as: UTF8.self) == "Bāb\n")
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    process.waitUntilExit()
  }
}
