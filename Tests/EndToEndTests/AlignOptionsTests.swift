import Foundation
import TestSupport
import Testing

/// Anchors, review, vectors of the user's, and what is said of a pair.
@Suite struct AlignOptionsTests {
  private let scratch: Scratch
  private let source: String
  private let target: String

  init() throws {
    scratch = try Scratch()
    source = try scratch.file(
      "s", "وقع الاتفاق في ٢٠١٥\nزار لافروف فرنسا\nبلغ العدد 1,250 جنديا\nقال ظريف نعم\n")
    target = try scratch.file(
      "t",
      "The agreement was signed in 2015\nLavrov visited France\nThe number was 1,250 soldiers\nZarif said yes\n"
    )
  }

  private func align(_ arguments: [String]) throws -> Run {
    try Binary.run(["align", "--segmented", source, target] + arguments)
  }

  private func links(_ run: Run) -> [String] {
    run.output.split(separator: "\n").map { String($0.dropLast(":0.0000".count)) }
  }

  @Test func anchorsStay() throws {
    // They cross, and two sentences become one bead.
    let anchors = try scratch.file("a.links", "[0]:[1]\n[1]:[0]\n[2, 3]:[3]:0.5\n[]:[2]\n")
    let run = try align(["--anchors", anchors, "--format", "links"])
    #expect(run.status == 0)
    #expect(Set(links(run)) == ["[0]:[1]", "[1]:[0]", "[2, 3]:[3]", "[]:[2]"])
    #expect(run.output.contains("[2, 3]:[3]:1.0000\n"))
    for format in ["table", "tmx", "tsv", "jsonl"] {
      let crossing = try align(["--anchors", anchors, "--format", format])
      #expect(crossing.status == 0)
      for word in ["Lavrov", "ظريف", "1,250 soldiers"] { #expect(crossing.output.contains(word)) }
    }
  }

  @Test func anchorsSurviveAnEdit() throws {
    let first = try align(["--format", "jsonl", "-o", scratch.path("first.jsonl")])
    #expect(first.status == 0)
    // A person confirms a swapped pair.
    let swapped = """
      {"confirmed":true,"source":[{"index":1,"text":"زار لافروف فرنسا"}],"target":[{"index":3,"text":"Zarif said yes"}]}
      {"confirmed":true,"source":[{"index":0,"text":"وقع الاتفاق في ٢٠١٥"}],"target":[{"index":0,"text":"The agreement was signed in 2015"}]}
      {"confirmed":false,"source":[{"index":2}],"target":[{"index":2}]}

      """
    let anchors = try scratch.file("a.jsonl", swapped)
    let edited = try scratch.file(
      "edited", "جملة جديدة\nزار لافروف فرنسا\nبلغ العدد 1,250 جنديا\nقال ظريف نعم\n")
    let run = try Binary.run(
      ["align", "--segmented", edited, target, "--anchors", anchors, "--format", "links"])
    #expect(run.status == 0)
    #expect(links(run).contains("[1]:[3]"))
    #expect(
      run.errors.contains("dragoman: 1 of 2 anchors no longer stand in the texts; left out\n"))
    // The result is the next run's anchors.
    let arguments = ["align", "--segmented", edited, target, "--format", "jsonl", "--anchors"]
    let second = try Binary.run(arguments + [anchors])
    #expect(second.output.components(separatedBy: "\"confirmed\":true").count == 2)
    #expect(second.output.contains("\"confirmed\":false"))
    let third = try Binary.run(arguments + [scratch.file("second.jsonl", second.output)])
    #expect(third.output == second.output)
    // What align wrote counts wholly.
    let whole = try align(["--anchors", scratch.path("first.jsonl"), "--format", "links"])
    #expect(whole.output.split(separator: "\n").allSatisfy { $0.hasSuffix(":1.0000") })
  }

  @Test(arguments: [
    ("[0]:[0]\n[1]:[9]\n", ":2: there is no sentence 9: the text has 4"),
    ("[0]:[0]\n\n[0]:[1]\n", ":3: a sentence of this bead is in that of line 1 too"),
    ("[0, 2]:[0]\n", ":1: the sentences of a bead must follow one another"),
    ("nonsense\n", ":1: not a link"),
    ("source_indexes\ttarget_indexes\tsource\ttarget\n0,1\t0\ta b\tc\n", ":2: the sentences of"),
  ])
  func aBadAnchorIsNamed(text: String, message: String) throws {
    let anchors = try scratch.file("a", text)
    let run = try align(["--anchors", anchors])
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("dragoman: \(anchors)\(message)"))
  }

  @Test func whatIsBelowTheConfidenceAskedForIsMarked() throws {
    let all = try align(["--min-confidence", "1", "--format", "jsonl"])
    let none = try align(["--min-confidence", "0", "--format", "jsonl"])
    #expect(none.output.components(separatedBy: "\"review\":false").count == 5)
    #expect(all.output.contains("\"review\":true"))
    let table = try align(["--min-confidence", "1", "--format", "table"])
    #expect(table.output.contains(" 1-1  ?"))
    #expect(table.output.contains("below 1.00, to review\n"))
    #expect(table.output.contains("review first:\n  ["))
    #expect(try align(["--format", "tsv", "--quiet"]).errors == "")
  }

  @Test func whatWasLeftOutAndAddedIsListed() throws {
    let anchors = try scratch.file("a.links", "[0]:[0]\n[1]:[]\n[2]:[1]\n[3]:[2]\n[]:[3]\n")
    let run = try align(["--anchors", anchors, "--format", "table"])
    #expect(run.output.contains("(left out)"))
    #expect(run.output.contains("(added)"))
    let summary = run.output.split(separator: "\n").suffix(6)
    #expect(
      Array(summary) == [
        "5 beads of 4 and 4 sentences: 3 1-1, 1 0-1, 1 1-0",
        "mean confidence 1.00; none below 0.50",
        "left out: 1 of 4 source sentences (25.0 %)", "  [1]:[]  100 %  زار لافروف فرنسا",
        "added: 1 of 4 target sentences (25.0 %)", "  []:[3]  100 %  Zarif said yes",
      ])
    let line = try align(["--anchors", anchors, "--format", "links"]).errors
    #expect(
      line == "dragoman: 5 beads: 3 1-1, 1 0-1, 1 1-0; 1 sentence left out; 1 added; "
        + "mean confidence 1.00\n")
  }

  @Test func whatIsOddAboutAPairIsSaid() throws {
    let arabic = try scratch.file("ar", "قال بوتين نعم في ٢٠١٦\n")
    let english = try scratch.file("en", "Putin said yes in 2016\n")
    let empty = try scratch.file("empty", "\n \n")
    let digits = try scratch.file("digits", "1 2 3\n")
    let long = try scratch.file("long", String(repeating: "He said so again.\n", count: 100))
    for (first, second, message) in [
      (english, arabic, "the first text is English and the second Arabic"),
      (arabic, arabic, "the two texts are the same"),
      (english, long, "both texts look english; are they a translation?"),
      (empty, english, "the source has no sentence"), (arabic, empty, "the translation has no"),
      (digits, english, "the source has no Arabic or Latin letters"),
      (arabic, long, "the translation is 82 times as long as the source"),
    ] {
      let run = try Binary.run(["align", first, second, "--format", "links"])
      #expect(run.status == 0, "\(message)")
      #expect(run.errors.contains("dragoman: \(message)"), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count <= 4)
    }
    let fine = try Binary.run(["align", arabic, english, "--format", "links"])
    #expect(fine.errors.split(separator: "\n").count == 1)
  }

  @Test func vectorsOfTheUsersOwn() throws {
    #expect(try align(["--encoder", "sed 's/.*/[1, 2]/'", "--format", "links"]).status == 0)
    let dead = try align(["--encoder", "exit 3"])
    #expect(dead.status == 74)
    #expect(
      dead.errors
        == "dragoman: the encoder command failed with status 3; it had written 0 of 8 vectors\n")
    let hanging = try align(["--encoder", "sleep 100", "--encoder-timeout", "0.2"])
    #expect(hanging.status == 74)
    #expect(hanging.errors.contains("did nothing for 0.2 s; it had written 0 of 8 vectors"))
    let garbage = try align(["--encoder", "cat"])
    #expect(garbage.status == 65)
    #expect(garbage.output == "")
    let rows = try scratch.file("four.npy", array(rows: 4))
    let three = try scratch.file("three.npy", array(rows: 3))
    #expect(try align(["--embeddings", rows, rows, "--format", "links"]).status == 0)
    let short = try align(["--embeddings", rows, three])
    #expect(short.status == 65)
    #expect(
      short.errors
        == "dragoman: \(three): 3 rows for 4 sentences; there must be one for each\n")
    let wide = try scratch.file("wide.npy", array(rows: 4, columns: 3))
    #expect(
      try align(["--embeddings", rows, wide]).errors.contains("rows of 3 numbers, but of 2 in "))
    #expect(try align(["--embeddings", rows, source]).errors.contains("not an array of NumPy's"))
    #expect(try align(["--embeddings", rows, scratch.path("none")]).status == 66)
  }

  private func array(rows: Int, columns: Int = 2) -> [UInt8] {
    let header = Array(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }\n".utf8)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count), 0] + header
      + (0..<rows * columns).flatMap { _ in [0, 0, 0x80, 0x3F] as [UInt8] }
  }
}
