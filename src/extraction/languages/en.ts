import { englishPolarity } from './enPolarity';
import { englishCues } from './enVerbs';
import { englishClasses } from './enWords';
import { type Language, listed, wordSet } from './language';

const beforeNames =
  'mr mrs ms dr prof gov lt sen rep reps sens gen col maj capt cmdr sgt cpl pvt adm hon rev fr msgr st ste mt ft pres sec ' +
  'supt det insp atty asst assoc dept no nos vs v fig vol pp art';
const anywhere =
  'jr sr inc corp co ltd llc bros plc jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri ' +
  'etc est approx ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mont neb nev ' +
  'okla ore pa tenn tex va vt wash wis wyo e.g i.e a.m p.m ph.d';

/** Months and states that are words of their own: their full stop may end a sentence as well. */
const alsoWords = wordSet('mar no art la mass miss mon wash ore ill pa sec fig del co est ind fri v');

/** English. */
export const english: Language = {
  code: 'en',
  abbreviations: new Set([...wordSet(`${beforeNames} ${anywhere}`)].filter((word) => !alsoWords.has(word))),
  neverLast: new Set([...wordSet(beforeNames)].map((word) => `${word}.`)),
  sentenceStarts: wordSet(
    'the a an this that these those he she it they we i you his her its their our my your but and or so yet if when while ' +
      'as in on at by for from with after before since because although though however meanwhile there here what who how why ' +
      'where then now not no some many most several two three last next also still both all another one asked under during ' +
      'according even despite instead only earlier later today yesterday',
  ),
  classes: englishClasses,
  cues: englishCues(),
  accordingTo: ['according to', 'in the words of', 'in the view of', 'in the opinion of'].map(listed),
  polarity: englishPolarity,
  asking: wordSet('ask wonder question inquire'),
  naming: wordSet('call title entitle name dub label brand'),
  titled: wordSet('slogan motto hashtag headline'),
  groups: wordSet(
    'officials analysts experts critics supporters opponents economists lawmakers police authorities sources prosecutors ' +
      'investigators aides advisers advisors spokesmen campaign government administration office department ministry agency company ' +
      'committee court group party union team bank council commission board association organization people voters residents ' +
      'witnesses families republicans democrats conservatives liberals researchers scientists doctors lawyers leaders members',
  ),
  documents: wordSet(
    'report study poll survey statement letter email e-mail memo document documents lawsuit complaint indictment book article ' +
      'story newspaper transcript filing affidavit data figures statistics records poll polls reports studies surveys website blog ' +
      'editorial release tweet post ad video message paper law bill order ruling',
  ),
};
