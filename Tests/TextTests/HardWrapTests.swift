import TestSupport
import Testing

@testable import Text

@Suite struct HardWrapTests {
  /// Breaks a text where lines are full, as editors do.
  private func wrapped(_ text: String, at width: Int, indent: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = indent
      for word in paragraph.split(separator: " ") {
        if line.count > indent.count, line.count + word.count + 1 > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty || line == indent ? "" : " ") + word
      }
      return (lines + [line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func visibleLines(_ text: String) -> [String] {
    text.split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private func paragraphs(_ text: String, _ lineBreaks: LineBreaks = .detect) -> [String] {
    let document = Document(name: "t", text: text, lineBreaks: lineBreaks)
    return document.paragraphs.map { document.unwrappedString($0) }
  }

  @Test(arguments: ["seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt"], [60, 72, 80])
  func wrappingATextIsSeenThrough(path: String, width: Int) throws {
    let text = try Repository.text(path)
    let lines = visibleLines(text)
    let parted = lines.joined(separator: "\n\n")
    #expect(paragraphs(wrapped(parted, at: width)) == lines)
    #expect(paragraphs(wrapped(parted, at: width).replacing("\n", with: "\r\n")) == lines)
  }

  @Test(arguments: ["\u{64B}", ""])
  func whateverTheProgramCounted(mark: String) {
    // A mark on every word: columns do not count it, scalars do, and bytes count letters twice.
    let words = (0..<90).map { ["قال", "وزير", "الخارجية", "في", "1953."][$0 * 7 % 5] + mark }
    for length in [
      { (word: String) in word.unicodeScalars.count }, { $0.utf8.count }, { $0.count },
    ] {
      var lines: [String] = [""]
      for word in words {
        if length(lines[lines.count - 1] + " " + word) > 60 { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
      #expect(paragraphs(lines.joined(separator: "\n")) == [words.joined(separator: " ")])
    }
  }

  /// Where paragraphs are told by their short last lines or by indentation, few are lost.
  @Test func paragraphsWithoutABlankLine() throws {
    let text = try Repository.text("seeds/syria-truce.en.txt")
    let lines = visibleLines(text)
    let indented = wrapped(lines.joined(separator: "\n"), at: 72, indent: "   ")
    #expect(
      paragraphs(indented).map { $0.split(separator: " ").joined(separator: " ") } == lines)
  }

  @Test(arguments: ["seeds/syria-truce.ar.txt", "seeds/syria-truce.en.txt"])
  func aParagraphALineStaysSo(path: String) throws {
    let text = try Repository.text(path)
    let document = Document(name: "t", text: text, lineBreaks: .endParagraphs)
    let detected = Document(name: "t", text: text, lineBreaks: .detect)
    #expect(detected.paragraphs == document.paragraphs)
  }

  @Test(arguments: [
    "Putin in Cairo\nTruce holds in Aleppo for second day\nOil up\nTalks resume in Geneva\nSisi to visit",
    "He left. She stayed.\nThey spoke of it.\nNobody knew.\nThe end came soon.\nIt rained.",
    "- one item of a list that is long enough to wrap here\n- another item of a list that is as long",
    "قفا نبك من ذكرى حبيب ومنزل\nبسقط اللوى بين الدخول فحومل\nفتوضح فالمقراة لم يعف رسمها",
  ])
  func listsHeadlinesAndVersesAreNotWrapped(text: String) {
    #expect(paragraphs(text) == text.split(separator: "\n").map(String.init))
  }

  @Test func theUserDecides() {
    let text = "one two three four\nfive.\nsix\n\n- seven\n- eight"
    #expect(
      paragraphs(text, .wrap) == ["one two three four five.", "six", "- seven", "- eight"])
    #expect(paragraphs(text, .endParagraphs).count == 5)
  }

  /// Wrapped or not, sentences and their ranges are the same but for the line breaks.
  @Test func sentencesGoOnBehindALineBreak() throws {
    let text = wrapped(
      "قال وزير الخارجية أمس إن الاجتماع مفيد. وأضاف أن الوفود ستعود إلى جنيف في الأسبوع المقبل "
        + "لمتابعة المفاوضات حول وقف إطلاق النار في حلب وإدلب. وتابع أن بلاده تدعم الحل السياسي "
        + "للأزمة ولا ترى حلا عسكريا لها على الإطلاق.", at: 40)
    let document = Document(name: "t", text: text, lineBreaks: .detect)
    let segmented = try SegmentedText(document)
    #expect(segmented.sentences.count == 3)
    for index in segmented.sentences.indices {
      #expect(
        segmented.string(index).replacing("\n", with: " ") == segmented.string(index..<index + 1))
    }
  }
}
