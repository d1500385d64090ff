import Testing

@testable import Text

/// What is read in English news, in the shape of `ArabicNumberTests`.
@Suite struct EnglishNumberTests {
  @Test(arguments: [
    // Digits
    ("23 people were killed and 150 injured", "23, 150"),
    ("about 1,250 soldiers", "1250"),
    ("about 1 250 000 people", "1250000"),
    ("1,234,567.89", "1234567.89"),
    ("3.141 and 0.5", "3.141, 0.5"),
    ("$3bn and £2.4m and €5 million", "3000000000 dollar, 2400000 pound, 5000000 euro"),
    ("US$5 billion, USD 20", "5000000000 dollar, 20 dollar"),
    ("$2 bn, $3m, $40k", "2000000000 dollar, 3000000 dollar, 40000 dollar"),
    ("2.4m people and the 100m race", "2400000, 100 metre"),
    ("1.5tn", "1500000000000"),
    ("50k followers", "50000"),
    ("3.5 million and 2 billion", "3500000, 2000000000"),
    (
      "10% and 10 percent and 10 per cent and 0.5 pct",
      "10 percent, 10 percent, 10 percent, 0.5 percent"
    ),
    ("-5 degrees and minus 10", "-5 degree, -10"),
    ("-$5 million", "-5000000 dollar"),
    ("version 10.4.2 at 192.168.1.1", ""),
    ("12345678901234567890", ""),
    ("won 3-1", "3, 1"),
    ("Covid-19 and B-52 bombers", "19?, 52?"),
    ("the 24/7 news", "24, 7"),
    ("1/2 and 3/4 and 2½", "0.5 fraction, 0.75 fraction, 2.5"),
    ("¾ of voters", "0.75 fraction"),
    // Words
    ("two people, three days, four years", "2, 3 day, 4 year"),
    ("eleven, twelve, thirteen, nineteen", "11, 12, 13, 19"),
    ("twenty-one, forty two, ninety-nine", "21, 42, 99"),
    ("Twenty-five soldiers", "25"),
    ("one hundred, a hundred, two hundred", "100, 100, 200"),
    ("one hundred and twenty-three thousand", "123000"),
    ("two hundred and five", "205"),
    ("nine hundred ninety-nine", "999"),
    ("one thousand nine hundred and forty-eight pages", "1948"),
    ("three million, two hundred thousand", "3000000, 200000"),
    ("three million two hundred thousand", "3200000"),
    ("a million, one million, two billion", "1000000, 1000000, 2000000000"),
    ("five million four hundred twenty-three thousand one hundred and seven", "5423107"),
    ("a thousand billion", "1000000000000"),
    ("a dozen, two dozen, half a dozen", "12, 24, 6"),
    ("nineteen eighty-four and twenty sixteen", "1984 year, 2016 year"),
    ("zero tolerance, nil", "0, 0"),
    ("hundred-dollar bills", "100 dollar"),
    ("won one hundred and first", "101 ordinal"),
    // Only the magnitude
    ("dozens of people, hundreds more and thousands", "~10, ~100, ~1000"),
    ("tens of thousands and hundreds of thousands of refugees", "~10000, ~100000"),
    ("millions of dollars", "~1000000"),
    ("in his 40s", "~40"),
    // Fractions
    (
      "half of voters, a quarter of them, a third of seats",
      "0.5 fraction, 0.25 fraction, 1/3 fraction"
    ),
    (
      "two-thirds, two thirds, three quarters, four-fifths",
      "2/3 fraction, 2/3 fraction, 0.75 fraction, 0.8 fraction"
    ),
    ("one-third and one quarter", "1/3 fraction, 0.25 fraction"),
    ("half a million, a quarter of a million, half-million", "500000, 250000, 500000"),
    ("three-quarters of a million", "750000"),
    ("one and a half million, a million and a half", "1500000, 1500000"),
    ("two and a half years, a year and a half", "2.5 year, 1.5 year"),
    ("one-and-a-half years, six-and-a-half million", "1.5 year, 6500000"),
    ("a quarter-final", ""),
    ("half an hour", "0.5 fraction"),
    ("the second half, the second quarter", "2 ordinal, 2 ordinal"),
    // Ranges
    ("between 15 and 20 people", "15..20"),
    ("between five and ten percent", "5..10 percent"),
    ("from 10 to 20, 10 to 20 days", "10..20, 10..20 day"),
    ("15-20, 15–20 percent, 15 – 20", "15..20, 15..20 percent, 15..20"),
    ("$3-5 million, $3m-$5m", "3000000..5000000 dollar, 3000000..5000000 dollar"),
    ("from 7 to 5", "7, 5"),
    ("rose $1.25 to $48.70", "1.25 dollar, 48.7 dollar"),
    ("20-30,000 people", "20000..30000"),
    ("11 to 18-year-olds", "11..18 year"),
    // Ordinals
    ("first, second, third, tenth", "1 ordinal, 2 ordinal, 3 ordinal, 10 ordinal"),
    ("1st, 2nd, 3rd, 21st, 100th", "1 ordinal, 2 ordinal, 3 ordinal, 21 ordinal, 100 ordinal"),
    ("the twenty-first century", "21 ordinal"),
    ("the 21st century", "21 ordinal"),
    ("World War II and Pope John XXIII", "2 ordinal, 23 ordinal"),
    // Units
    ("a three-year plan and a 5-mile run", "3 year, 5 mile"),
    ("20 square kilometres and 5 square miles", "20 square-kilometre, 5 square-mile"),
    (
      "3 km, 40 miles, 5 tonnes, a million barrels", "3 kilometre, 40 mile, 5 tonne, 1000000 barrel"
    ),
    ("30 seconds, 48 minutes, 24 hours", "30 second, 48 minute, 24 hour"),
    ("one second, two weeks", "1 second, 2 week"),
    ("100 euros, 50 pounds, 20 rubles", "100 euro, 50 pound, 20 ruble"),
    ("four times", "4 time"),
    ("5°C and 40 degrees", "5 degree, 40 degree"),
    ("a 35-year-old father of three", "35 year, 3"),
    ("at least one hundred and forty-three civilians", "143"),
    ("a $20m-a-year contract", "20000000 dollar"),
    ("€1.2 billion ($1.3 billion)", "1200000000 euro, 1300000000 dollar"),
    // Names
    ("the G20 summit, G7", "20 name, 7 name"),
    ("the Group of 20 and the Group of Seven", "20 name, 7 name"),
    // What is no number
    ("one of them, no one", "1?, 1?"),
    ("a man, an army, the dead", ""),
    ("Xi Jinping", ""),
    ("", ""),
  ])
  func numbersOfNews(text: String, expected: String) throws {
    #expect(try described(text, .english).numbers == expected)
  }

  @Test(arguments: [
    ("in 2016", "2016 year"),
    ("since 1948", "1948 year"),
    ("May 2016", "2016 year"),
    ("the year 2000", "2000 year"),
    ("2016 people", "2016"),
    ("the 1950-53 war", "1950..1953 year"),
  ])
  func yearsAreToldByTheWordBefore(text: String, expected: String) throws {
    #expect(try described(text, .english, withoutDates: false).numbers == expected)
  }
}
