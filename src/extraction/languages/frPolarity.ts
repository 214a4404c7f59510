import { wordSet } from './language';
import { type PolarityWords } from './polarityWords';

/** French words for what was not said, not yet said, or said by hearsay only. */
export const frenchPolarity: PolarityWords = {
  denying: wordSet('nier démentir contester nié démenti contesté nie dément conteste'),
  rejecting: wordSet('rejeter rejeté rejette'),
  claims: wordSet('accusations allégations rumeurs'),
  withholding: wordSet('refusé refuse'),
  advance: wordSet('devrait doit va'),
  future: wordSet('va vont'),
  possible: wordSet('pourrait pourraient peut peuvent devrait devraient aurait auraient'),
  conditions: wordSet('si'),
  nobody: wordSet('personne aucun aucune nul'),
  carriers: wordSet('pancarte pancartes banderole affiche t-shirt panneau'),
  anybody: wordSet('quiconque celui ceux celle'),
  hearsay: wordSet('prétendument'),
  accusing: wordSet('accuser accuse accusé'),
  contested: wordSet('prétendre prétend prétendu accuser accuse accusé'),
  questions: wordSet('si qui quand où pourquoi comment'),
  notOnly: wordSet('seulement'),
  hardly: wordSet('guère'),
};
