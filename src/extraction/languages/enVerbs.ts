import { type Cue, type VerbForm, listed, wordSet } from './language';

// Verbs of saying and writing, and of thinking, as grammars and style books of English them.
const says =
  'say sing chant add announce argue ask assert caution claim comment concede conclude confirm contend continue cry declare deny ' +
  'describe disclose emphasize emphasise exclaim explain express insist joke maintain mention muse note object observe opine ' +
  'predict proclaim promise pledge quip recall recount reiterate remark repeat reply report respond retort reveal state ' +
  'stress suggest tweet retweet vow warn whisper yell shout scream boast brag allege admit acknowledge affirm reaffirm agree ' +
  'advocate assess attest blog blurt bemoan bet complain concur confess counter declaim demand estimate ' +
  'exhort forecast gripe grumble hint implore imply indicate inform inquire intone interject joke lament lecture marvel mutter mumble ' +
  'plead preach proffer pronounce propose question rant reason recommend recite relate ' +
  'scoff sigh sniff snap speculate spell stipulate summarize summarise surmise testify text theorize ' +
  'threaten underscore underline urge venture voice volunteer warrant weigh wonder ' +
  'call discuss invoke rebut refute dub label brand characterize characterise portray tell remind assure reassure notify alert ' +
  'persuade convince encourage brief swear apologize apologise point lash hit disclose highlight outline chronicle ' +
  'demand address liken repudiate disavow clarify specify overstate misstate';
/** Their object is what was spoken of: a record of it would say no more than a name. */
const judges =
  'criticize criticise condemn denounce deride dismiss mock ridicule slam blast bash assail attack rip accuse blame commend applaud ' +
  'congratulate defend reject endorse chide scold chastise rebuke hail laud salute disparage belittle lambast lambaste skewer ' +
  'excoriate castigate downplay hammer trash misrepresent thank praise charge invite tout tease quote cite';
const shows = 'show demonstrate illustrate find see learn identify determine';
const thinks =
  'want feel think believe hope wish fear worry doubt expect regard support oppose favor favour prefer ' +
  'intend assume guess imagine suspect realize realise recognize recognise remember ' +
  'anticipate trust wonder welcome embrace regret resent dispute disagree approve disapprove ' +
  'admire respect envision envisage deem';

const hearerFirst = new Set(
  listed('tell remind assure reassure inform notify warn ask urge alert persuade convince encourage brief'),
);

/** Their forms in the present are nouns as well: "exclusive reports", "the public’s remarks". */
const alsoNoun = new Set(
  listed(
    'report state call support question remark comment plan claim demand hope fear worry doubt promise pledge quote tweet ' +
      'challenge joke boast urge note reason wish attack charge estimate forecast view highlight welcome repeat request vow ' +
      'answer protest signal release dispute',
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
  speak: 'of about out against',
  talk: 'of about',
  put: 'it',
  shoot: 'back',
  hit: 'back',
  fire: 'back',
};

/** Every form of every reporting verb. */
export function englishCues(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  const add = (word: string, lemma: string, form: VerbForm, list: string, tells: Cue['tells']) => {
    if (!cues.has(word))
      cues.set(word, {
        lemma,
        form,
        tells,
        judges: list === judges,
        hearerFirst: hearerFirst.has(lemma),
        takesClause: takesClause.has(lemma),
        alsoNoun: alsoNoun.has(lemma),
        particles: wordSet(particles[lemma] ?? ''),
      });
  };
  const addAll = (list: string, tells: Cue['tells']) => {
    for (const lemma of listed(list)) {
      const { past, third, ing } = formsOf(lemma);
      for (const word of listed(irregular[lemma] ?? past)) add(word, lemma, 'past', list, tells);
      add(third, lemma, 'third', list, tells);
      add(ing, lemma, 'ing', list, tells);
      add(lemma, lemma, 'base', list, tells);
    }
  };
  addAll(`${says} write read speak talk shoot put`, 'says');
  addAll(judges, 'says');
  addAll(shows, 'shows');
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
