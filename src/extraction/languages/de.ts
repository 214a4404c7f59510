import { germanCues } from './deVerbs';
import { germanPolarity } from './dePolarity';
import { type Language, classesBy, listed, wordSet } from './language';

const beforeNames = 'dr prof hr fr nr st abg dipl ing';

/** German. */
export const german: Language = {
  code: 'de',
  abbreviations: wordSet(`${beforeNames} bzw ca usw z.b d.h u.a jan feb aug sept okt nov dez mio mrd`),
  neverLast: new Set([...wordSet(beforeNames)].map((word) => `${word}.`)),
  sentenceStarts: wordSet(
    'der die das ein eine er sie es wir ich und aber doch in im am auf bei mit nach für von zu wenn als',
  ),
  ordinalStops: true,
  classes: classesBy({
    pronoun: 'er sie es wir ich ihr man jemand niemand viele einige',
    determiner:
      'der die das den dem des ein eine einen einem einer eines kein keine sein seine ihr ihre dieser diese dieses jene',
    that: 'dass daß',
    preposition:
      'in im an am auf aus bei beim mit nach seit von vom vor zu zum zur für gegen über um unter durch ohne zwischen wegen',
    and: 'und oder sowie',
    but: 'aber doch sondern denn',
    subordinator: 'wenn weil ob als während obwohl nachdem bevor damit wie wo warum',
    be: 'ist sind war waren bin sei seien wäre wird werden wurde wurden worden',
    not: 'nicht nie niemals',
    auxiliary:
      'hat haben hatte hatten habe kann können konnte muss müssen soll sollen will wollen darf dürfen möge möchte würde würden',
    adverb:
      'auch jetzt dann später wieder noch schon nur bereits zudem außerdem allerdings jedoch weiter hier dort heute gestern morgen sehr unterdessen inzwischen anschließend zuvor danach dabei daraufhin dazu deshalb daher schließlich ' +
      'zunächst gleichzeitig ebenfalls ferner so demnach dagegen hingegen trotzdem dennoch derweil mittlerweile nun bislang bisher ' +
      'zuletzt erst sogar etwa zugleich darüber dazu',
    time: 'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
    objectPronoun: 'ihn ihm ihnen uns mich mir sich euch',
  }),
  // What says something is found by German rules of their own; here the words are told from nouns.
  cues: new Map([...germanCues()].map(([word, [cue]]) => [word, cue!])),
  accordingTo: ['laut', 'nach angaben von', 'nach den worten von', 'nach ansicht von', 'zufolge'].map(listed),
  polarity: germanPolarity,
  asking: wordSet('fragen'),
  naming: wordSet('heißt'),
  titled: wordSet(
    'motto titel namen name slogan parole überschrift buch buches film films roman romans album song lied lieds partei zeitung ' +
      'magazin zeitschrift sendung serie programm schiff projekt auszeichnung preis',
  ),
  groups: wordSet(
    'behörden polizei regierung ministerium partei gewerkschaft unternehmen experten kritiker anwohner beamte ermittler',
  ),
  documents: wordSet('bericht studie umfrage erklärung mitteilung brief buch zeitung artikel'),
};
