// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that building Dragoman never builds this.
let package = Package(
  name: "benchmarks",
  targets: [
    .systemLibrary(name: "libicu", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .executableTarget(name: "icu-baseline", dependencies: ["libicu"]),
    .executableTarget(name: "bench"),
  ],
  swiftLanguageModes: [.v6]
)
