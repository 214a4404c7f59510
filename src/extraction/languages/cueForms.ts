import { type Cue, listed } from './language';

/** Cues from forms that are listed one by one, each its own lemma: for languages whose verbs are not inflected by rule here. */
export function cueForms(past: string, present: string): ReadonlyMap<string, Cue> {
  const cue = (lemma: string, form: Cue['form']): Cue => ({
    lemma,
    form,
    tells: 'says',
    judges: false,
    hearerFirst: false,
    alsoNoun: false,
    takesClause: true,
    particles: new Set(),
  });
  return new Map([
    ...listed(past).map((word): [string, Cue] => [word, cue(word, 'past')]),
    ...listed(present).map((word): [string, Cue] => [word, cue(word, 'third')]),
  ]);
}
