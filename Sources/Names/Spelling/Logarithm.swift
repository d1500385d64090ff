#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Float {
  /// Natural.
  var logarithm: Float { log(self) }
  var exponential: Float { exp(self) }
}
