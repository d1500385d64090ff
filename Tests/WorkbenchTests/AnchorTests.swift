import TestSupport
import Testing
import Text

@testable import Workbench

@Suite struct AnchorTests {
  private func text(_ sentences: [String]) throws -> SegmentedText {
    try SegmentedText(name: "t", sentences: sentences)
  }

  /// Beads one to one, with their texts as `align --format jsonl` writes them.
  private func beads(_ source: [String], _ target: [String]) -> [RecordedBead] {
    zip(source, target).enumerated().map { index, pair in
      RecordedBead(
        line: index + 1, link: Link(source: [index], target: [index]), source: [pair.0],
        target: [pair.1])
    }
  }

  private func places(_ anchors: Anchors) -> [String] {
    anchors.beads.map { "\(Link($0))" }
  }

  private let source = ["ا ب", "ت ث", "ج ح", "خ د"]
  private let target = ["one", "two", "three", "four"]

  private func anchors(
    _ newSource: [String], _ newTarget: [String], _ recorded: [RecordedBead]? = nil
  ) throws -> Anchors {
    try Anchors(
      recorded ?? beads(source, target), file: "f", source: try text(newSource),
      target: try text(newTarget))
  }

  @Test func inUnchangedTextsTheyStay() throws {
    let found = try anchors(source, target)
    #expect(places(found) == ["[0]:[0]", "[1]:[1]", "[2]:[2]", "[3]:[3]"])
    #expect(found.beads.allSatisfy { $0.confidence == 1 })
    #expect(found.lost == [])
  }

  @Test func anEditedSentenceLosesItsOwnAlone() throws {
    let found = try anchors(["ا ب", "ت ث جديد", "ج ح", "خ د"], ["one", "two", "three", "for"])
    #expect(places(found) == ["[0]:[0]", "[2]:[2]"])
    #expect(found.lost == [2, 4])
  }

  @Test func insertionsAndDeletionsMoveTheRest() throws {
    let found = try anchors(["جديد", "ا ب", "ج ح", "خ د"], ["one", "new", "two", "three", "four"])
    #expect(places(found) == ["[1]:[0]", "[2]:[3]", "[3]:[4]"])
    #expect(found.lost == [2])
  }

  @Test func movedSentencesCross() throws {
    let found = try anchors(source, ["three", "one", "two", "four"])
    #expect(places(found) == ["[0]:[1]", "[1]:[2]", "[2]:[0]", "[3]:[3]"])
  }

  @Test func marksCaseAndSpacesAreNoEdit() throws {
    let found = try anchors(
      ["اَ  ب", "ت ث", "ج\u{200F} ح", "خ د"], ["ONE", "Two", "three", " four "])
    #expect(places(found).count == 4)
  }

  @Test func repeatedSentencesAreToldByTheirNeighbours() throws {
    let old = ["نعم", "ا", "نعم", "ب", "نعم", "نعم"]
    let english = ["a", "b", "c", "d", "e", "f"]
    // The first is gone and another has come before the last two.
    let found = try anchors(
      ["ا", "نعم", "ب", "جديد", "نعم", "نعم"], english, beads(old, english))
    #expect(places(found) == ["[0]:[1]", "[1]:[2]", "[2]:[3]", "[4]:[4]", "[5]:[5]"])
    #expect(found.lost == [1])
  }

  @Test func nothingButRepeatsStaysWhereItIs() throws {
    let old = Array(repeating: "نعم", count: 500)
    let found = try anchors(old, old, beads(old, old))
    #expect(places(found) == (0..<500).map { "[\($0)]:[\($0)]" })
  }

  @Test func aGroupMustStayTogether() throws {
    let group = [
      RecordedBead(
        line: 1, link: Link(source: [1, 2], target: [1]), source: ["ت ث", "ج ح"], target: ["two"])
    ]
    #expect(places(try anchors(["x"] + source, target, group)) == ["[2, 3]:[1]"])
    #expect(try anchors(["ت ث", "x", "ج ح"], target, group).lost == [1])
    #expect(try anchors(["ج ح", "ت ث"], target, group).lost == [1])
  }

  @Test func confirmedOnesCountWhereSomeSayWhether() throws {
    let some = [
      RecordedBead(line: 1, link: Link(source: [0], target: [0])),
      RecordedBead(line: 2, link: Link(source: [1], target: [1]), isConfirmed: true),
      RecordedBead(line: 3, link: Link(source: [2], target: [2]), isConfirmed: false),
      // It may contradict the confirmed: it is not one of them.
      RecordedBead(line: 4, link: Link(source: [1], target: [3]), isConfirmed: false),
    ]
    #expect(places(try anchors(source, target, some)) == ["[1]:[1]"])
    #expect(places(try anchors(source, target, Array(some.prefix(1)))) == ["[0]:[0]"])
  }

  @Test func omissionsCanBeConfirmed() throws {
    let omission = [RecordedBead(line: 1, link: Link(source: [2], target: []), source: ["ج ح"])]
    let found = try anchors(["x"] + source, target, omission)
    #expect(found.beads == [Bead(source: 3..<4, target: 0..<0, confidence: 1)])
  }

  @Test(arguments: [
    ([([0], [9])], AnchorError.outOfRange(file: "f", line: 1, index: 9, sentences: 4)),
    ([([0], [0]), ([1], [1]), ([0], [2])], .contradiction(file: "f", line: 3, earlier: 1)),
    ([([0], [0]), ([1], [0])], .contradiction(file: "f", line: 2, earlier: 1)),
    ([([0, 2], [0])], .notNeighbours(file: "f", line: 1)),
    ([([1, 0], [0])], .notNeighbours(file: "f", line: 1)),
  ])
  func whatCannotBeIsSaid(links: [([Int], [Int])], error: AnchorError) throws {
    let recorded = links.enumerated().map { index, link in
      RecordedBead(line: index + 1, link: Link(source: link.0, target: link.1))
    }
    #expect(throws: error) { try anchors(source, target, recorded) }
  }

  @Test func theSameBeadTwiceIsNoContradiction() throws {
    let link = Link(source: [0], target: [0])
    let twice = [RecordedBead(line: 1, link: link), RecordedBead(line: 2, link: link)]
    #expect(places(try anchors(source, target, twice)) == ["[0]:[0]"])
  }

  @Test func aTablesJoinedSentencesAreRefused() throws {
    let joined = [
      RecordedBead(
        line: 2, link: Link(source: [0, 1], target: [0]), source: ["ا ب ت ث"], target: ["one"])
    ]
    #expect(throws: AnchorError.sentencesJoined(file: "f", line: 2)) {
      try anchors(source, target, joined)
    }
  }

  /// Whatever is inserted, deleted and moved: an anchor stands at sentences with its texts, no
  /// sentence is in two, and one whose sentences are unique in both states is never lost.
  @Test func editsOfEveryKind() throws {
    var generator = Generator(seed: 13)
    for _ in 0..<200 {
      let count = Int.random(in: 1...12, using: &generator)
      // Few words, so that sentences repeat.
      let old = (0..<count).map { _ in "جملة \(Int.random(in: 0..<8, using: &generator))" }
      let target = (0..<count).map { "sentence \($0)" }
      var new = old
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
          new.insert(
            "جملة \(Int.random(in: 0..<9, using: &generator))",
            at: Int.random(in: 0...new.count, using: &generator))
        case 1:
          if !new.isEmpty { new.remove(at: Int.random(in: 0..<new.count, using: &generator)) }
        default: new.shuffle(using: &generator)
        }
      }
      let found = try anchors(new, target, beads(old, target))
      #expect(found.beads.count + found.lost.count == count)
      #expect(Set(found.beads.map(\.source)).count == found.beads.count)
      for bead in found.beads {
        #expect(new[bead.source.lowerBound] == old[bead.target.lowerBound])
      }
      for line in found.lost {
        let text = old[line - 1]
        #expect(old.count { $0 == text } != 1 || new.count { $0 == text } != 1)
      }
    }
  }
}
