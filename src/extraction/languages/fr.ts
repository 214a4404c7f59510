import { cueForms } from './cueForms';
import { frenchPolarity } from './frPolarity';
import { type Language, classesBy, listed, wordSet } from './language';

const beforeNames = 'm mm dr pr st ste';

/** French. */
export const french: Language = {
  code: 'fr',
  abbreviations: wordSet(`${beforeNames} av janv févr juill sept oct nov déc etc`),
  neverLast: new Set([...wordSet(beforeNames)].map((word) => `${word}.`)),
  sentenceStarts: wordSet(
    'le la les un une il elle ils elles on nous je ce cette ces mais et dans en au aux pour avec selon si quand',
  ),
  classes: classesBy({
    pronoun: 'il elle ils elles on je nous vous tu certains beaucoup',
    relative: 'qui',
    determiner: "le la les l’ l' un une des du ce cet cette ces son sa ses leur leurs notre nos votre mon ma mes",
    that: "que qu’ qu'",
    preposition:
      "de d’ d' à au aux en dans sur sous avec pour par chez contre entre vers depuis pendant sans selon après avant",
    and: 'et ou ni',
    but: 'mais car donc or',
    subordinator: 'si quand lorsque parce puisque comme où pourquoi comment',
    be: 'est sont était étaient sera seront être été suis sommes',
    not: "ne n’ n' pas jamais",
    auxiliary: 'a ont avait avaient ai avons aura auront peut peuvent doit doivent pourrait',
    adverb: 'aussi encore déjà ensuite puis toujours également ici là hier demain très plus moins notamment',
    time: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
    objectPronoun: 'lui leur me te se moi eux',
  }),
  cues: cueForms(
    'dit déclaré affirmé expliqué ajouté annoncé assuré estimé indiqué précisé souligné répondu rappelé écrit confié lancé reconnu ' +
      'dénoncé regretté promis demandé averti tweeté insisté déclara expliqua ajouta répondit',
    'déclare affirme explique ajoute annonce assure estime indique précise souligne répond rappelle écrit confie reconnaît dénonce ' +
      'regrette promet demande insiste juge',
  ),
  accordingTo: ['selon', 'd’après', "d'après"].map(listed),
  polarity: frenchPolarity,
  asking: wordSet('demande demandé'),
  naming: wordSet('appelle nommé intitulé baptisé'),
  titled: wordSet('slogan titre film livre roman album'),
  groups: wordSet('autorités police gouvernement ministère parti syndicat entreprise experts habitants responsables'),
  documents: wordSet('rapport étude sondage communiqué lettre livre journal article'),
};
