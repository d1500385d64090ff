/// A number from 0 to 1 with four decimals, the nearest to it, as C's `%.4f` writes it.
func decimal(_ value: Double) -> String {
  let scaled = String(tenThousandths(value) + 10_000)
  return (scaled.hasPrefix("2") ? "1." : "0.") + scaled.dropFirst()
}

/// A number from 0 to 1 rounded to four decimals.
func rounded(_ value: Double) -> Double { Double(tenThousandths(value)) / 10_000 }

/// The product with 10,000, rounded by its exact value: of two equally near the even one.
///
/// Rounding the rounded product would make 1/160, a little more than 62.5, a tie.
private func tenThousandths(_ value: Double) -> Int {
  // What is no number is written as 0.
  let value = value > 0 ? min(value, 1) : 0
  let product = value * 10_000
  let error = (-product).addingProduct(value, 10_000)
  let whole = product.rounded(.down)
  let fraction = product - whole + error
  let isUp = fraction > 0.5 || (fraction == 0.5 && Int(whole) % 2 == 1)
  return Int(whole) + (isUp ? 1 : 0)
}
