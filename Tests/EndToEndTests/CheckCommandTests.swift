import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private let scratch: Scratch
  private let glossary: String
  private let source: String

  init() throws {
    scratch = try Scratch()
    glossary = try scratch.file(
      "desk.csv",
      """
      arabic,preferred,admitted,forbidden
      داعش,Islamic State,ISIS|Daesh,
      وزير الخارجية,foreign minister,secretary of state,minister of the exterior
      هدنة,truce,,

      """)
    source = try scratch.file(
      "s.txt", "قال وزير الخارجية إن الهدنة قريبة.\nوحذر من \"داعش\".\nوعاد داعش في ٢٠١٦.\n")
  }

  private func check(_ target: String, _ options: [String] = []) throws -> Run {
    let target = try scratch.file("t.txt", target)
    return try Binary.run(["check", source, target, "--glossary", glossary] + options)
  }

  @Test func aCleanTranslationExitsWithZero() throws {
    let run = try check(
      "The foreign minister said a truce was near.\nHe warned of ISIS.\nISIS returned in 2016.\n")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "no findings; 4 terms checked in 3 beads\n")
  }

  @Test func findingsNameFileLineColumnAndWhy() throws {
    let run = try check(
      "The minister of the exterior said it was near.\nHe warned of ISIS.\nDaesh returned in 2016.\n"
    )
    #expect(run.status == 1)
    let target = scratch.path("t.txt")
    for line in [
      "\(target):1:5: term-forbidden: “minister of the exterior” must not render وزير الخارجية",
      "    source    \(source):1:5  وزير الخارجية",
      "    expected  “foreign minister”, “secretary of state”",
      "\(target):1:1: term-missing: الهدنة is not rendered",
      "\(target):3:1: term-inconsistent: “Daesh” for داعش",
    ] {
      #expect(run.output.contains(line + "\n"), "\(line)\n---\n\(run.output)")
    }
    #expect(
      run.errors.hasPrefix("3 findings: 1 term-missing, 1 term-forbidden, 1 term-inconsistent; "))
  }

  @Test func jsonHasTheSameFindings() throws {
    let run = try check(
      "The minister said a truce was near.\nHe warned of ISIS.\nISIS returned in 2016.\n",
      ["--format", "json"])
    #expect(run.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    #expect(findings[0]["rule"] as? String == "term-missing")
    #expect(findings[0]["domain"] as? String == "desk")
    #expect(findings[0]["expected"] as? [String] == ["foreign minister", "secretary of state"])
    let place = try #require(findings[0]["source"] as? [String: Any])
    #expect(place["line"] as? Int == 1)
    #expect(place["column"] as? Int == 5)
    #expect(place["text"] as? String == "وزير الخارجية")
    let bytes = Array(try scratch.text("s.txt").utf8)
    let start = try #require(place["start"] as? Int)
    let end = try #require(place["end"] as? Int)
    #expect(String(decoding: bytes[start..<end], as: UTF8.self) == "وزير الخارجية")
    #expect(report["terms"] as? Int == 4)
  }

  @Test func quietSaysNothing() throws {
    let run = try check(
      "The minister said a truce was near.\nHe warned of ISIS.\nISIS returned in 2016.\n",
      ["--quiet", "-o", scratch.path("out.json")])
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(run.status == 1)
  }

  @Test func aBadRowIsNamedAndTheRestIsChecked() throws {
    let broken = try scratch.file(
      "broken.csv", "arabic,preferred\nداعش,Islamic State\nبلا ترجمة\nهدنة,truce\n")
    let target = try scratch.file(
      "t.txt",
      "The minister said it was near.\nHe warned of Islamic State.\nIslamic State returned.\n")
    let run = try Binary.run(["check", source, target, "--glossary", broken])
    #expect(run.status == 65)
    #expect(run.errors.contains("\(broken):3: 1 field where the header has 2\n"))
    #expect(run.errors.contains("dragoman: left out of the glossary: 1 row\n"))
    #expect(run.output.contains("term-missing: الهدنة"))
  }

  @Test func aWindowsSourceAndGlossaryGoWithAUnicodeTranslation() throws {
    let windows: [String: [UInt8]] = [
      "s": [0xE5, 0xCF, 0xE4, 0xC9],
      "g": Array("arabic,preferred\n".utf8) + [0xE5, 0xCF, 0xE4, 0xC9] + Array(",truce\n".utf8),
    ]
    let source = try scratch.file("w.txt", windows["s"] ?? [])
    let glossary = try scratch.file("w.csv", windows["g"] ?? [])
    let target = try scratch.file("u.txt", "“Café” peace")
    let run = try Binary.run([
      "check", source, target, "--glossary", glossary, "--encoding", "windows-1256",
    ])
    #expect(run.status == 1)
    #expect(run.output.contains("“Café” peace"))
    #expect(run.output.contains("هدنة"))
  }

  @Test func aGlossaryWithSemicolonsIsNamedAsAFile() throws {
    let broken = try scratch.file("semi.csv", "arabic;preferred\nهدنة;truce\n")
    let run = try Binary.run(["check", source, source, "--glossary", broken, "--quiet"])
    #expect(run.status == 65)
    #expect(run.errors.contains("parted by semicolons"))
  }

  @Test func duplicateIdsAreNamed() throws {
    let twice = try scratch.file("twice.csv", "id,arabic,preferred\na,داعش,ISIS\na,هدنة,truce\n")
    let run = try Binary.run(["check", source, source, "--glossary", twice])
    #expect(run.status == 65)
    #expect(run.errors.contains("\(twice):3: id 'a' is taken by \(twice):2"))
  }

  @Test func swappedTextsAreNoticed() throws {
    let target = try scratch.file("t.txt", "The minister said.")
    let run = try Binary.run(["check", target, source, "--glossary", glossary])
    #expect(run.status == 65)
    #expect(run.errors.contains("the Arabic text comes first"))
    let english = try Binary.run(["check", target, target, "--glossary", glossary])
    #expect(english.status == 65)
    #expect(english.errors == "dragoman: \(target): not Arabic\n")
  }

  @Test func theArticleIsChecked() throws {
    let run = try Binary.run([
      "check", "seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt", "--glossary", "Glossaries",
    ])
    #expect(run.status == 1)
    #expect(run.output.contains("term-inconsistent: “Daesh” for داعش"))
    #expect(!run.errors.contains("left out"))
  }
}
