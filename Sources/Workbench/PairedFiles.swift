/// Why the files of two folders cannot be compared.
package enum PairingError: Error, Equatable, Sendable {
  /// One of the two is a folder, the other a file.
  case folderAndFile(folder: String, file: String)
  /// No file of gold in the folder.
  case noGold(folder: String)
  /// None of the names is in the folder.
  case noTest(gold: String, folder: String, names: [String])
  case severalTests(gold: String, files: [String])
}

/// A file of gold, the file to compare with it, and the name they share.
package struct PairedFile: Equatable, Sendable {
  package let name: String
  package let gold: String
  package let test: String
}

/// The files to compare: two files, or those of two folders, `NAME.gold` in one with `NAME.EXT` in
/// the other.
///
/// - Parameter ending: EXT; nil to look for those `align` writes, and `out`.
package func pairedFiles(
  _ gold: String, _ test: String, ending: String? = nil
) throws(PairingError) -> [PairedFile] {
  let golds = files(in: gold, endingIn: ".gold")
  let tests = files(in: test, endingIn: "")
  guard let golds else {
    if tests != nil { throw .folderAndFile(folder: test, file: gold) }
    return [PairedFile(name: test, gold: gold, test: test)]
  }
  guard let tests else { throw .folderAndFile(folder: gold, file: test) }
  if golds.isEmpty { throw .noGold(folder: gold) }
  let known = Set(tests)
  let endings = ending.map { [$0.hasPrefix(".") ? String($0.dropFirst()) : $0] }
  let base = test.hasSuffix("/") ? test : test + "/"
  var pairs: [PairedFile] = []
  for file in golds {
    let name = String((file.split(separator: "/").last ?? "").dropLast(".gold".count))
    let names = (endings ?? ["links", "jsonl", "tsv", "out"]).map { "\(name).\($0)" }
    let found = names.filter { known.contains(base + $0) }
    guard let first = found.first else { throw .noTest(gold: file, folder: test, names: names) }
    if found.count > 1 { throw .severalTests(gold: file, files: found) }
    pairs.append(PairedFile(name: name, gold: file, test: base + first))
  }
  return pairs
}
