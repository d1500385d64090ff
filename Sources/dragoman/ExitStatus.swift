import ArgumentParser

/// The exit statuses of every verb, after BSD's sysexits.
extension ExitCode {
  static let findings = ExitCode(1)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let internalError = ExitCode(70)
  static let ioError = ExitCode(74)
}
