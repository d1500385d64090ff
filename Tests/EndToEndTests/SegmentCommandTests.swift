import Foundation
import TestSupport
import Testing

@Suite struct SegmentCommandTests {
  @Test func aSentenceALineAndAnEmptyLineBetweenParagraphs() throws {
    let run = try Binary.run(
      ["segment", "--lang", "ar", "--unit", "sentence", "-"],
      input: Array("عنوان\r\nقال نعم. ثم مضى.\r\n\r\nانتهى".utf8))
    #expect(run.output == "عنوان\n\nقال نعم.\nثم مضى.\n\nانتهى\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func theArticleHasTwentySixSentences() throws {
    let run = try Binary.run(["segment", "seeds/syria-truce.ar.txt"])
    #expect(run.output.split(separator: "\n").count == 26)
    #expect(run.status == 0)
  }

  @Test func paragraphsAndWords() throws {
    let text = Array("قال نعم. ومضى.\nHe left.".utf8)
    #expect(
      try Binary.run(["segment", "--unit", "paragraph"], input: text).output
        == "قال نعم. ومضى.\nHe left.\n")
    #expect(
      try Binary.run(["segment", "--unit", "word"], input: text).output
        == "قال\nنعم\n.\n\nومضى\n.\n\nHe\nleft\n.\n")
  }

  @Test func jsonLinesPointAtTheBytes() throws {
    let text = "قال نعم. ومضى.\nHe left."
    let run = try Binary.run(["segment", "--format", "jsonl"], input: Array(text.utf8))
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    for line in run.output.split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let start = try #require(object["start"] as? Int)
      let end = try #require(object["end"] as? Int)
      #expect(object["text"] as? String == String(decoding: bytes[start..<end], as: UTF8.self))
      pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    #expect(pieces == ["قال نعم.", "ومضى.", "He left."])
  }

  @Test func severalFilesAreOneStream() throws {
    let scratch = try Scratch()
    let one = try scratch.file("1", "واحد.")
    let two = try scratch.file("2", "Two.")
    #expect(try Binary.run(["segment", one, two]).output == "واحد.\n\nTwo.\n")
    let lines = try Binary.run(["segment", one, two, "--format", "jsonl"]).output
    #expect(lines.contains("\"file\":\"\(two)\""))
  }

  @Test func outputGoesToAFileWhoseNameSaysTheFormat() throws {
    let scratch = try Scratch()
    let run = try Binary.run(
      ["segment", "-", "-o", scratch.path("out.jsonl")], input: Array("نعم.".utf8))
    #expect(run.output == "")
    #expect(run.status == 0)
    #expect(try scratch.text("out.jsonl").hasPrefix("{\"end\":7,\"file\":\"<stdin>\","))
    let unknown = try Binary.run(["segment", "-", "-o", scratch.path("out.docx")])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("'out.docx' does not tell a format (text, tsv, jsonl)"))
    #expect(
      try Binary.run(["segment", "-", "-o", "-"], input: Array("نعم.".utf8)).output == "نعم.\n")
  }

  @Test func foldingShowsWhatIsCompared() throws {
    let text = Array("مُؤْتَمَرُ الأمـــم إلى ﻛﺘﺎﺏ ٢٠١٦ Erdoğan".utf8)
    for (level, folded) in [
      ("1", "مؤتمر الأمم إلى كتاب 2016 erdogan"), ("alef", "مؤتمر الامم الي كتاب 2016 erdogan"),
      ("carriers", "موتمر الامم الي كتاب 2016 erdogan"),
    ] {
      let run = try Binary.run(["segment", "--fold", level], input: text)
      #expect(run.output == folded + "\n")
    }
    let json = try Binary.run(["segment", "--fold", "3", "--format", "jsonl"], input: text)
    #expect(json.output.contains("\"folded\":\"موتمر الامم الي كتاب 2016 erdogan\""))
    #expect(json.output.contains("\"text\":\"مُؤْتَمَرُ الأمـــم"))
    let wrong = try Binary.run(["segment", "--fold", "4"], input: text)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("shapes, alef, carriers") || wrong.errors.contains("'shapes'"))
  }

  @Test func wrappedLinesAreOneSentence() throws {
    let text = Array("one two\nthree. Four\nfive\n\nsix".utf8)
    #expect(
      try Binary.run(["segment", "--wrap"], input: text).output
        == "one two three.\nFour five\n\nsix\n")
    #expect(
      try Binary.run(["segment", "--no-wrap", "--unit", "paragraph"], input: text).output
        == "one two\nthree. Four\nfive\nsix\n")
    #expect(
      try Binary.run(["segment", "--wrap", "--format", "tsv"], input: text).output
        == "0\t14\tone two three.\n15\t24\tFour five\n26\t29\tsix\n")
    let both = try Binary.run(["align", "a", "b", "--segmented", "--wrap"])
    #expect(both.status == 64)
  }

  @Test func theUsersRulesReplaceTheBuiltInOnes() throws {
    let scratch = try Scratch()
    let srx = try scratch.file(
      "rules.srx",
      """
      <srx xmlns="http://www.lisa.org/srx20" version="2.0">
        <header segmentsubflows="yes" cascade="no"/>
        <body>
          <languagerules><languagerule languagerulename="all">
            <rule break="no"><beforebreak>\\bد\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
            <rule break="yes"><beforebreak>[.،]</beforebreak><afterbreak>\\s</afterbreak></rule>
          </languagerule></languagerules>
          <maprules><languagemap languagepattern="ar.*" languagerulename="all"/></maprules>
        </body>
      </srx>
      """)
    let text = Array("قال د. أحمد نعم، ثم مضى؟ لا.".utf8)
    let run = try Binary.run(["segment", "--srx", srx], input: text)
    #expect(run.output == "قال د. أحمد نعم،\nثم مضى؟ لا.\n")
    #expect(run.status == 0)
    let english = try Binary.run(["segment", "--srx", srx], input: Array("He left.".utf8))
    #expect(english.status == 65)
    #expect(english.errors == "dragoman: \(srx): no language map matches 'en'\n")
    let broken = try scratch.file("broken.srx", "<srx version=\"2.0\"><body></srx>")
    let refused = try Binary.run(["segment", "--srx", broken], input: text)
    #expect(refused.status == 65)
    #expect(refused.errors.hasPrefix("dragoman: \(broken):1:"))
    #expect(try Binary.run(["segment", "--srx", "none.srx"], input: text).status == 66)
  }
}
