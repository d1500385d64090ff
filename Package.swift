// swift-tools-version: 6.2
import PackageDescription

/// Our warnings as errors, for `make lint` and the tests.
let isStrict = Context.environment["DRAGOMAN_STRICT"] != nil

let package = Package(
  name: "dragoman",
  products: [.executable(name: "dragoman", targets: ["dragoman"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "libicu", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICU", dependencies: ["libicu"]),
    .target(name: "ICU", dependencies: ["CICU"]),
    .systemLibrary(
      name: "libxml2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CXML", dependencies: ["libxml2"]),
    .systemLibrary(
      name: "libz", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Archive", dependencies: ["libz"]),
    .target(name: "CKernels", exclude: ["body.inc"]),
    .target(
      name: "CResources",
      exclude: [
        "README.md", "arabic-word-counts.LICENSE", "arabic-word-counts.bin", "broken-plurals.tsv",
        "bilingual-words.tsv", "vocalized-words.tsv", "aligner-weights-meaning.tsv",
        "aligner-weights-lexical.tsv", "build-word-counts.py", "names-model.bin",
        "names-model.NOTICE", "name-weights.tsv",
      ]),
    .target(name: "Text", dependencies: ["ICU", "CResources"]),
    .target(name: "Alignment", dependencies: ["Text", "CKernels", "CResources"]),
    .target(name: "Embedding", dependencies: ["Text", "CKernels", "Archive"]),
    .target(name: "Names", dependencies: ["Text", "CResources"]),
    .target(name: "Terminology", dependencies: ["Text"]),
    .target(name: "Compliance", dependencies: ["Terminology", "Text"]),
    .target(
      name: "Interchange",
      dependencies: ["Alignment", "Compliance", "Names", "Terminology", "Text", "CXML"]),
    .target(
      name: "Workbench",
      dependencies: ["Alignment", "Compliance", "Embedding", "Terminology", "Text"]),
    .executableTarget(
      name: "dragoman",
      dependencies: [
        "Archive", "Embedding", "Interchange", "Names", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "dragoman-train",
      dependencies: [
        "Alignment", "Embedding", "Interchange", "Names", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "ICUTests", dependencies: ["ICU"]),
    .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"]),
    .testTarget(
      name: "AlignmentTests",
      dependencies: ["Archive", "Embedding", "Interchange", "Workbench", "TestSupport"]),
    .testTarget(
      name: "NamesTests", dependencies: ["Names", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(name: "TerminologyTests", dependencies: ["Terminology", "TestSupport"]),
    .testTarget(name: "ComplianceTests", dependencies: ["Compliance", "TestSupport"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "TestSupport"]),
    .testTarget(name: "WorkbenchTests", dependencies: ["Workbench", "TestSupport"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "TestSupport"]),
    .testTarget(
      name: "EmbeddingTests", dependencies: ["CKernels", "Embedding", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(name: "EndToEndTests", dependencies: ["dragoman", "TestSupport"]),
    .target(name: "TestSupport", dependencies: ["libz"], path: "Tests/TestSupport"),
  ],
  swiftLanguageModes: [.v6]
)

/// `make fuzz` builds everything with libFuzzer's counters, which is of no use to anybody else.
if Context.environment["DRAGOMAN_FUZZ"] != nil {
  for target in package.targets where [.regular, .executable].contains(target.type) {
    target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer,address"])]
    target.cSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Archive", "Embedding", "Names", "Text", "Workbench"],
      path: "Tests/Fuzz",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]))
}

for target in package.targets where isStrict && target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
  target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
}
