/// Words whose final stop may not end a sentence, and words that tell that one begins.
enum Abbreviations {
  /// Titles and the like, which always have something after them.
  static func titles(_ language: Language) -> WordSet {
    switch language {
    case .arabic: arabicTitles
    case .english: englishTitles
    }
  }

  /// Abbreviations that may close a sentence too: what follows decides.
  static func others(_ language: Language) -> WordSet {
    switch language {
    case .arabic: arabicOthers
    case .english: englishOthers
    }
  }

  /// Abbreviations that a number follows.
  ///
  /// `No. 5`, `no. 5`, but `They said no. Obama left.`
  static let numbered = WordSet(
    "No Nos no nos Art Arts art arts Ch Chs ch chs Sec sec Vol vol Fig fig Figs figs para paras Tel tel Ext ext max min est ver rev"
  )

  /// Words that open English sentences and do not follow an abbreviation within one.
  ///
  /// Function words, which are a closed class; those that are also names (Will, May, Art) are left
  /// out.
  static let englishOpeners = WordSet(
    openers.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() })

  /// The same in lower case, as they begin a sentence of hasty writing.
  static let lowerCaseOpeners = WordSet(
    "i he she it we they you this that these those there but and so if when because what why how")

  /// Verbs of saying that follow a quote, as in `"Why?" Obama asked`.
  static let englishSaying = WordSet(
    """
    said says asked asks added adds told tells wrote writes replied replies explained answered \
    tweeted shouted warned declared insisted recalled continued concluded joked quipped wondered
    """)

  /// The same in Arabic, which come right after the quote and without و.
  static let arabicSaying = WordSet(
    """
    قال قالت قالوا يقول تقول سأل سألت يسأل تسأل تساءل تساءلت يتساءل تتساءل أجاب أجابت رد ردت أضاف \
    أضافت يضيف تضيف كتب كتبت هتف هتفت صرخ صرخت علق علقت تابع تابعت أوضح أوضحت صاح
    """)

  /// Other verbs that sentences of news begin with, behind و.
  static let newsVerbs = WordSet(
    """
    أعلن أعلنت اعلن اعلنت أكد أكدت اكد اكدت ذكر ذكرت أشار أشارت اشار اشارت كان كانت نقل نقلت رأى رأت \
    اعتبر اعتبرت أفاد أفادت افاد افادت شدد شددت دعا دعت طالب طالبت بدأ بدأت وصل وصلت جاء جاءت اوضح \
    اوضحت اضاف اضافت
    """)

  /// What leads on from a verb of saying to what was said.
  static let arabicThat = WordSet("إن ان أن إنه انه أنه إنها انها أنها إنهم أنهم بأن بان بأنه إنني")

  /// Words that begin with the letter of و or ف but not with the conjunction.
  static let notConjoined = WordSet(
    "فيما فقط فوق فور فوراً فورا وسط وفق وفقا وفقاً وراء وحده وحدها وحدهم فضلا فضلاً فجأة فترة")

  /// Professor doctor, post box, telephone.
  ///
  /// Single letters (د. م. ص.) are initials by form and need no entry; ود. is و before a title.
  private static let arabicTitles = WordSet("أ.د ا.د ص.ب ت.ب تلفون ود وأ وم وا")

  /// Of the Hijra, before and after Christ.
  private static let arabicOthers = WordSet("هـ ق.م ب.م")

  private static let englishTitles = WordSet(
    """
    Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Profs Gen Gens Maj Col Cols Capt Cmdr Lt Sgt Cpl Pvt \
    Adm Brig Rep Reps Sen Sens Gov Govs Rev Hon Pres Amb Sec Supt Insp Det Msgr Atty Fig Figs Eq \
    vs Vol pp Mt Ft approx ca cf e.g i.e viz
    """)

  private static let englishOthers = WordSet(
    """
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun \
    St Ste Ave Blvd Rd Inc Corp Co Cos Ltd Plc Jr Sr Bros Dept Univ Assn Assoc Ed Eds al etc dept \
    govt incl \
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb \
    Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
    """)

  private static let openers =
    """
    a about according after all also although among an and another any anyone are as asked at \
    because before behind beside besides beyond both but by can could despite did do does during \
    each either even every everyone everything few finally first for from had has have he hence \
    her here his how however i if in indeed instead is it its just last later let like many \
    maybe meanwhile more moreover most much my nearly neither never nevertheless next no nobody \
    none nor not nothing now of often on once one only or other others otherwise our over perhaps \
    please rather several she should since so some someone something sometimes soon still such \
    than that the their then there therefore these they this those though through thus to today \
    together tomorrow tonight too under unless unlike until upon very was we were what whatever \
    when where whereas whether which while who whoever whose why with within without would yes \
    yesterday yet you your
    """
}

extension WordSet {
  /// A set of the words that white space parts.
  fileprivate init(_ words: String) {
    self.init(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
