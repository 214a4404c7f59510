import { type Cue, type VerbForm, listed, wordSet } from './language';

// Verbs of saying and writing, and of thinking, as grammars and style books of English them.
const says =
  'say sing chant add announce argue ask assert caution claim comment concede conclude confirm contend continue cry declare deny ' +
  'describe disclose emphasize emphasise exclaim explain express insist joke maintain mention muse note object observe opine ' +
  'predict proclaim promise pledge quip recall recount reiterate remark repeat reply report respond retort reveal state ' +
  'stress suggest tweet retweet vow warn whisper yell shout scream boast brag allege admit acknowledge affirm reaffirm agree ' +
  'advocate assess attest blog blurt bemoan bet complain concur confess counter cite declaim demand estimate ' +
  'exhort forecast gripe grumble hint implore imply indicate inform inquire intone interject joke lament lecture marvel mutter mumble ' +
  'plead praise preach proffer pronounce propose question quote rant reason recommend recite relate ' +
  'scoff sigh sniff snap speculate spell stipulate summarize summarise surmise tease testify text thank theorize ' +
  'threaten tout underscore underline urge venture voice volunteer warrant weigh wonder ' +
  'call criticize criticise condemn denounce decry deride dismiss mock ridicule slam blast bash assail attack rip accuse blame ' +
  'commend applaud congratulate defend discuss invoke invite refuse reject rebut refute endorse ' +
  'dub label brand characterize characterise portray tell remind assure reassure notify alert persuade convince encourage ' +
  'brief chide scold chastise rebuke swear apologize apologise point lash hit ' +
  'show demonstrate disclose highlight illustrate outline chronicle ' +
  'offer find seek see learn identify determine demand address hail laud salute liken disparage belittle lambast lambaste ' +
  'skewer excoriate castigate repudiate disavow downplay clarify specify overstate misstate hammer trash misrepresent';
const thinks =
  'want feel think believe hope wish fear worry doubt expect regard support oppose favor favour prefer ' +
  'intend assume guess imagine suspect realize realise recognize recognise remember ' +
  'anticipate trust wonder welcome embrace regret resent decline dispute disagree approve disapprove ' +
  'admire respect envision envisage deem';

const hearerFirst = new Set(
  listed('tell remind assure reassure inform notify warn ask urge alert persuade convince encourage brief'),
);

/** Their forms in the present are nouns as well: "exclusive reports", "the public’s remarks". */
const alsoNoun = new Set(
  listed(
    'report state call support question remark comment plan claim demand hope fear worry doubt promise pledge quote tweet ' +
      'challenge joke boast urge note reason wish attack charge estimate forecast view highlight welcome repeat request vow ' +
      'answer protest signal release',
  ),
);

const takesClause = new Set(
  listed('say add tell reply respond note write remark observe state announce explain continue recall joke tweet post'),
);

/** Past forms (and participles) that are not made with -ed. */
const irregular: Readonly<Record<string, string>> = {
  say: 'said',
  sing: 'sang sung',
  shoot: 'shot',
  tell: 'told',
  write: 'wrote written',
  think: 'thought',
  know: 'knew known',
  feel: 'felt',
  see: 'saw seen',
  seek: 'sought',
  swear: 'swore sworn',
  understand: 'understood',
  find: 'found',
  hear: 'heard',
  bet: 'bet',
  quote: 'quoted',
  spell: 'spelled spelt',
  learn: 'learned learnt',
  hit: 'hit',
  show: 'showed shown',
  read: 'read',
  speak: 'spoke spoken',
  put: 'put',
  prove: 'proved proven',
};

const doubled = new Set(listed('admit rip quip slam dub chat plan brag'));

/** Verbs that report only with such a word: "9 points" is no report, "pointed out" is one. */
const particles: Readonly<Record<string, string>> = {
  point: 'out to',
  lash: 'out',
  speak: 'of about out on against',
  talk: 'of about',
  put: 'it',
  shoot: 'back',
  hit: 'back',
  fire: 'back',
};

/** Every form of every reporting verb. */
export function englishCues(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  const add = (word: string, lemma: string, form: VerbForm, tells: Cue['tells']) => {
    if (!cues.has(word))
      cues.set(word, {
        lemma,
        form,
        tells,
        hearerFirst: hearerFirst.has(lemma),
        takesClause: takesClause.has(lemma),
        alsoNoun: alsoNoun.has(lemma),
        particles: wordSet(particles[lemma] ?? ''),
      });
  };
  const addAll = (list: string, tells: Cue['tells']) => {
    for (const lemma of listed(list)) {
      const { past, third, ing } = formsOf(lemma);
      for (const word of listed(irregular[lemma] ?? past)) add(word, lemma, 'past', tells);
      add(third, lemma, 'third', tells);
      add(ing, lemma, 'ing', tells);
      add(lemma, lemma, 'base', tells);
    }
  };
  addAll(`${says} write read speak talk shoot put`, 'says');
  addAll(thinks, 'thinks');
  return cues;
}

function formsOf(lemma: string): { past: string; third: string; ing: string } {
  if (doubled.has(lemma)) {
    const stem = lemma + lemma.at(-1)!;
    return { past: `${stem}ed`, third: `${lemma}s`, ing: `${stem}ing` };
  }
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return { past: `${stem}ied`, third: `${stem}ies`, ing: `${lemma}ing` };
  }
  const third = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (/ee$/.test(lemma)) return { past: `${lemma}d`, third, ing: `${lemma}ing` };
  if (lemma.endsWith('e')) return { past: `${lemma}d`, third, ing: `${lemma.slice(0, -1)}ing` };
  return { past: `${lemma}ed`, third, ing: `${lemma}ing` };
}
