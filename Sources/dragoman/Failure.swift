import ArgumentParser
import Embedding
import ICU
import Interchange
import Text
import Workbench

/// An error as a person is told it: what is wrong, where, what to do; and the exit status.
struct Failure {
  /// One line; nil to end quietly.
  let message: String?
  let status: ExitCode

  private init(_ status: ExitCode, _ message: String?) {
    self.status = status
    self.message = message
  }

  /// Nil for the argument parser's own errors, which it prints itself.
  init?(_ error: any Error) {
    switch error {
    case let error as FileError: self.init(file: error)
    case let error as DocumentError: self.init(document: error)
    case let error as GlossaryError: self.init(glossary: error)
    case let error as TMXError: self.init(tmx: error)
    case let error as CheckError: self.init(check: error)
    case let error as ModelFileError: self.init(error.status, error.message)
    case let error as ModelInstallError: self.init(.badData, error.message)
    case let error as ModelCommandError: self.init(.noInput, error.message)
    case let error as BeadsError: self.init(beads: error)
    case let error as PairingError: self.init(pairing: error)
    case let error as AnchorError: self.init(anchors: error)
    case let error as NumPyError: self.init(numPy: error)
    case let error as EncoderError: self.init(encoder: error)
    case NameListError.noModel:
      self.init(.internalError, "the name model in the program is damaged")
    case NameListError.incomplete(let rows):
      self.init(.badData, "\(rows) \(rows == 1 ? "row" : "rows") of the names left out; see above")
    case let error as SRXError: self.init(.badData, error.message)
    case let error as RulesError: self.init(.badData, error.message)
    case let error as ICUError: self.init(.internalError, "\(error)")
    default: return nil
    }
  }

  private init(file error: FileError) {
    switch error {
    case .cannotOpen("", _): self.init(.noInput, "the name of a file is empty")
    case .cannotOpen(let path, let reason): self.init(.noInput, "\(field(path)): \(reason)")
    case .isDirectory(let path): self.init(.noInput, "\(field(path)): is a folder; name a file")
    case .cannotRead(let path, let reason):
      self.init(.ioError, "\(field(path)): cannot read: \(reason)")
    case .cannotWrite(let path, let reason):
      self.init(.ioError, "\(field(path)): cannot write: \(reason)")
    case .closedPipe: self.init(.success, nil)
    }
  }

  private init(document error: DocumentError) {
    switch error {
    case .malformedUTF8(let name, let offset, let byte, let position):
      self.init(
        .badData,
        "\(field(name)):\(position): not UTF-8: byte 0x\(hex([byte])) at offset \(offset); "
          + "if the text is in another encoding, name it, as in --encoding windows-1256")
    case .binary(let name, let offset):
      self.init(
        .badData,
        "\(field(name)): not a text: zero byte at offset \(offset); "
          + "for UTF-16 without a byte order mark use --encoding utf-16le or utf-16be")
    case .malformed(let name, let charset, let offset, let bytes):
      self.init(
        .badData,
        "\(field(name)): not \(charset): byte 0x\(hex(bytes)) at offset \(offset); is it in that encoding?"
      )
    case .unknownCharset(let name):
      self.init(
        .validationFailure, "unknown encoding '\(field(name))'; try windows-1256 or iso-8859-6")
    }
  }

  private init(glossary error: GlossaryError) {
    switch error {
    case .noFiles(let path): self.init(.noInput, "\(field(path)): no .csv file in this folder")
    case .incomplete(let files, let rows):
      let parts = [(files, "file"), (rows, "row")].filter { $0.0 > 0 }.map {
        "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")"
      }
      self.init(.badData, "left out of the glossary: \(parts.joined(separator: ", "))")
    }
  }

  private init(tmx error: TMXError) {
    switch error {
    case .forbiddenCharacter(let file, let position, let scalar):
      let code = String(scalar, radix: 16, uppercase: true)
      self.init(
        .badData,
        "\(field(file)):\(position): TMX cannot hold the control character "
          + "U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code); "
          + "remove it or use --format jsonl")
    }
  }

  private init(beads error: BeadsError) {
    let what =
      switch error.kind {
      case .notALink:
        "not a link; a line is [0]:[0, 1], with a confidence as in :0.97 behind it or none"
      case .notABead(let reason): "not a bead of align --format jsonl: \(field(reason))"
      case .badCell(let column): "column '\(field(column))' does not hold what align writes there"
      case .missingColumn(let name): "the header has no column '\(field(name))'"
      case .cellCount(let count, let expected):
        "\(count) \(count == 1 ? "cell" : "cells") where the header has \(expected)"
      case .badIndex: "an index is below 0 or stands twice in a bead"
      case .badConfidence: "the confidence is not from 0 to 1"
      }
    self.init(.badData, "\(field(error.file)):\(error.line): \(what)")
  }

  private init(anchors error: AnchorError) {
    switch error {
    case .outOfRange(let file, let line, let index, let sentences):
      self.init(
        .badData,
        "\(field(file)):\(line): there is no sentence \(index): the text has \(sentences), "
          + "counted from 0; anchors in jsonl follow an edited text, links do not")
    case .contradiction(let file, let line, let earlier):
      self.init(
        .badData,
        "\(field(file)):\(line): a sentence of this bead is in that of line \(earlier) too; "
          + "keep one of them")
    case .notNeighbours(let file, let line):
      self.init(
        .badData, "\(field(file)):\(line): the sentences of a bead must follow one another")
    case .sentencesJoined(let file, let line):
      self.init(
        .badData,
        "\(field(file)):\(line): the sentences of this bead are not told apart; "
          + "anchors are links, or the jsonl of align")
    }
  }

  private init(numPy error: NumPyError) {
    let name = field(error.file)
    switch error.kind {
    case .notNumPy: self.init(.badData, "\(name): not an array of NumPy's (.npy)")
    case .unknownVersion(let version):
      self.init(.badData, "\(name): version \(version) of NumPy's format is not known")
    case .badHeader: self.init(.badData, "\(name): the header is not one NumPy writes")
    case .unsupportedType(let type):
      self.init(
        .badData,
        "\(name): numbers of type '\(field(type))'; save float32, as with array.astype('<f4')")
    case .fortranOrder:
      self.init(
        .badData,
        "\(name): the array is in Fortran order; save numpy.ascontiguousarray(array)")
    case .badShape(let shape):
      self.init(
        .badData,
        "\(name): the shape is (\(field(shape))); it must be a row for each sentence, of 1 to "
          + "1048576 numbers")
    case .rowCount(let count, let expected):
      self.init(
        .badData, "\(name): \(count) rows for \(expected) sentences; there must be one for each")
    case .dimensions(let count, let expected, let other):
      self.init(
        .badData,
        "\(name): rows of \(count) numbers, but of \(expected) in \(field(other)); "
          + "both must come from one encoder")
    case .truncated: self.init(.badData, "\(name): the file ends before its array does")
    case .tooLong: self.init(.badData, "\(name): there is more in the file than its array")
    case .notFinite(let row):
      self.init(.badData, "\(name): row \(row), counted from 0, has a number that is not finite")
    case .zeroRow(let row):
      self.init(
        .badData, "\(name): row \(row), counted from 0, is all zeros, which is no direction")
    }
  }

  private init(encoder error: EncoderError) {
    func made(_ vectors: Int, _ sentences: Int) -> String {
      "it had written \(vectors) of \(sentences) vectors"
    }
    switch error {
    case .notInstalled:
      self.init(
        .noInput,
        "no sentence encoder is installed; use --model auto or lexical, or one of your own with "
          + "--encoder")
    case .cannotRun(let reason):
      self.init(.ioError, "the encoder command cannot be run: \(reason)")
    case .failed(let status, let vectors, let sentences):
      self.init(
        .ioError,
        "the encoder command failed with status \(status); \(made(vectors, sentences))")
    case .killed(let signal, let vectors, let sentences):
      self.init(
        .ioError, "signal \(signal) ended the encoder command; \(made(vectors, sentences))")
    case .hangs(let seconds, let vectors, let sentences):
      let time = seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
      self.init(
        .ioError,
        "the encoder command did nothing for \(time) s; \(made(vectors, sentences)); "
          + "give it longer with --encoder-timeout")
    case .tooFew(let vectors, let sentences):
      self.init(
        .badData,
        "the encoder command wrote \(vectors) vectors for \(sentences) sentences; "
          + "there must be a line for each")
    case .tooMany(let sentences):
      self.init(
        .badData, "the encoder command wrote more than a vector for each of \(sentences) sentences")
    case .notAVector(let line):
      self.init(.badData, "the encoder command's line \(line) is not a JSON array of numbers")
    case .notFinite(let line):
      self.init(.badData, "the encoder command's vector \(line) has a number that is not finite")
    case .zeroVector(let line):
      self.init(
        .badData, "the encoder command's vector \(line) is all zeros, which is no direction")
    case .dimensions(let line, let count, let expected):
      self.init(
        .badData,
        "the encoder command's vector \(line) has \(count) numbers, those before it \(expected)")
    }
  }

  private init(pairing error: PairingError) {
    switch error {
    case .folderAndFile(let folder, let file):
      self.init(
        .validationFailure,
        "\(field(folder)) is a folder and \(field(file)) is not; name two files or two folders")
    case .noGold(let folder): self.init(.noInput, "\(field(folder)): no .gold file in this folder")
    case .noTest(let gold, let folder, let names):
      self.init(
        .noInput,
        "\(field(folder)): nothing to compare with \(field(gold)): no "
          + names.map(field).joined(separator: ", ")
          + (names.count > 1 ? "; name another ending with --extension" : ""))
    case .severalTests(let gold, let files):
      self.init(
        .validationFailure,
        "more than one file to compare with \(field(gold)): "
          + "\(files.map(field).joined(separator: ", ")); choose with --extension")
    }
  }

  private init(check error: CheckError) {
    switch error {
    case .sourceNotArabic(let source): self.init(.badData, "\(field(source)): not Arabic")
    case .swapped(let source, let target):
      self.init(
        .badData,
        "\(field(source)): not Arabic; the Arabic text comes first: dragoman check \(field(target)) \(field(source))"
      )
    case .targetNotEnglish(let target):
      self.init(.badData, "\(field(target)): not English; the translation comes second")
    }
  }

}

/// What a message quotes, in isolates, which `Terminal.say` keeps for a terminal only.
func field(_ text: String) -> String { visibleField(text, isIsolated: true) }

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
}
