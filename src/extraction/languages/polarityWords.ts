/** The words by which a language says that somebody did not say something, may say it yet, or is said to have said it. */
export interface PolarityWords {
  /** Lemmas of verbs whose object the subject denies: "denied that". */
  readonly denying: ReadonlySet<string>;
  /** Lemmas of verbs that deny only where their object is what others say: "rejected claims that". */
  readonly rejecting: ReadonlySet<string>;
  /** What others say, as such a verb's object: "claims", "allegations". */
  readonly claims: ReadonlySet<string>;
  /** Before "to say": the words stay unsaid ("refused", "unable"). */
  readonly withholding: ReadonlySet<string>;
  /** Before "to say": the words are still to come ("expected", "due"). */
  readonly advance: ReadonlySet<string>;
  /** Auxiliaries of what is still to come: "will". */
  readonly future: ReadonlySet<string>;
  /** Auxiliaries of what may be, or should be: "might", "would". */
  readonly possible: ReadonlySet<string>;
  /** What begins a clause about something that has not happened: "if", "until". */
  readonly conditions: ReadonlySet<string>;
  /** How a subject begins that is nobody: "no engineer", "none of them". */
  readonly nobody: ReadonlySet<string>;
  /** Things that words are printed on, and that say nothing themselves: "a shirt saying". */
  readonly carriers: ReadonlySet<string>;
  /** Whom a relative clause makes anybody: "anyone who says", "those who say". */
  readonly anybody: ReadonlySet<string>;
  /** Adverbs for what others tell of somebody: "allegedly". */
  readonly hearsay: ReadonlySet<string>;
  /** Lemmas of verbs that hold against somebody what follows: "accused her of saying". */
  readonly accusing: ReadonlySet<string>;
  /** Lemmas of verbs of saying that are used of what others may contest: "claimed that she called". */
  readonly contested: ReadonlySet<string>;
  /** What an indirect question begins with: "whether", "who". */
  readonly questions: ReadonlySet<string>;
  /** Adverbs that turn "not" around ("not only said"), or stand for it ("hardly"). */
  readonly notOnly: ReadonlySet<string>;
  readonly hardly: ReadonlySet<string>;
}
