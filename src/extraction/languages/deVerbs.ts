import { type Cue, type VerbForm, listed } from './language';

/** Verbs of saying by their forms: infinitive, then present, past and participle as they occur with one speaker or several. */
const verbs = `
sagen: sagt sagen sagte sagten | gesagt
erklären: erklärt erklären erklärte erklärten | erklärt
betonen: betont betonen betonte betonten | betont
meinen: meint meinen meinte meinten | gemeint
schreiben: schreibt schreiben schrieb schrieben | geschrieben
äußern: äußert äußern äußerte äußerten | geäußert
versichern: versichert versichern versicherte versicherten | versichert
bekräftigen: bekräftigt bekräftigen bekräftigte bekräftigten | bekräftigt
ergänzen: ergänzt ergänzen ergänzte ergänzten | ergänzt
erläutern: erläutert erläutern erläuterte erläuterten | erläutert
warnen: warnt warnen warnte warnten | gewarnt
mahnen: mahnt mahnen mahnte mahnten | gemahnt
fordern: fordert fordern forderte forderten | gefordert
kritisieren: kritisiert kritisieren kritisierte kritisierten | kritisiert
berichten: berichtet berichten berichtete berichteten | berichtet
behaupten: behauptet behaupten behauptete behaupteten | behauptet
entgegnen: entgegnet entgegnen entgegnete entgegneten | entgegnet
erwidern: erwidert erwidern erwiderte erwiderten | erwidert
antworten: antwortet antworten antwortete antworteten | geantwortet
fragen: fragt fragen fragte fragten | gefragt
rufen: ruft rufen rief riefen | gerufen
twittern: twittert twittern twitterte twitterten | getwittert
bestätigen: bestätigt bestätigen bestätigte bestätigten | bestätigt
verkünden: verkündet verkünden verkündete verkündeten | verkündet
melden: meldet melden meldete meldeten | gemeldet
urteilen: urteilt urteilen urteilte urteilten | geurteilt
unterstreichen: unterstreicht unterstrich unterstrichen | unterstrichen
beklagen: beklagt beklagen beklagte beklagten | beklagt
bemängeln: bemängelt bemängeln bemängelte bemängelten | bemängelt
prophezeien: prophezeit prophezeite prophezeiten | prophezeit
versprechen: verspricht versprechen versprach versprachen | versprochen
vermuten: vermutet vermuten vermutete vermuteten | vermutet
schildern: schildert schildern schilderte schilderten | geschildert
resümieren: resümiert resümierte | resümiert
kommentieren: kommentiert kommentieren kommentierte kommentierten | kommentiert
loben: lobt loben lobte lobten | gelobt
nennen: nennt nennen nannte nannten | genannt
bezeichnen: bezeichnet bezeichnen bezeichnete bezeichneten | bezeichnet
zusichern: sichert sicherte sicherten + zu | zugesichert
begründen: begründet begründen begründete begründeten | begründet
konstatieren: konstatiert konstatierte konstatierten | konstatiert
bestreiten: bestreitet bestreiten bestritt bestritten | bestritten
dementieren: dementiert dementieren dementierte dementierten | dementiert
leugnen: leugnet leugnen leugnete leugneten | geleugnet
mitteilen: teilt teilen teilte teilten + mit | mitgeteilt mitteilte mitteilten mitteilt
angeben: gibt geben gab gaben + an bekannt zu | angegeben bekanntgegeben zugegeben angab angaben
hinzufügen: fügt fügen fügte fügten + hinzu an | hinzugefügt hinzufügte
einräumen: räumt räumen räumte räumten + ein | eingeräumt einräumte
ankündigen: kündigt kündigen kündigte kündigten + an | angekündigt ankündigte ankündigten
hinweisen: weist weisen wies wiesen + hin darauf | hingewiesen
zurückweisen: weist weisen wies wiesen + zurück | zurückgewiesen
ausführen: führt führen führte führten + aus | ausgeführt ausführte
fortfahren: fährt fahren fuhr fuhren + fort | fortgefahren
feststellen: stellt stellen stellte stellten + fest klar | festgestellt klargestellt
hervorheben: hebt heben hob hoben + hervor | hervorgehoben
`;

const judges = new Set(listed('kritisieren loben kommentieren schildern zurückweisen nennen bezeichnen begründen'));

/** Forms by word: where a particle must follow, there are as many entries as verbs that share the form. */
export interface GermanCue extends Cue {
  /** The participle: only with "hat" or "habe" in its clause it says something. */
  readonly isParticiple: boolean;
}

/** Every form of every verb, in lower case. */
export function germanCues(): ReadonlyMap<string, readonly GermanCue[]> {
  const cues = new Map<string, GermanCue[]>();
  for (const line of verbs.trim().split('\n')) {
    const [, lemma, finite, particles, late] = /^(\S+): ([^+|]*)(?:\+([^|]*))?\|(.*)$/.exec(line)!;
    const add = (word: string, form: VerbForm, isParticiple: boolean, list: string) => {
      const cue: GermanCue = {
        ...{ lemma: lemma!, form, tells: 'says', hearerFirst: false, alsoNoun: false, takesClause: true, isParticiple },
        judges: judges.has(lemma!),
        particles: new Set(listed(list)),
      };
      cues.set(word, [...(cues.get(word) ?? []), cue]);
    };
    for (const word of listed(finite!)) add(word, 'past', false, particles ?? '');
    // Of verbs with a particle, what ends a clause ("mitteilte") is finite; "mitgeteilt" is none.
    for (const word of listed(late!)) add(word, 'past', !/(?:te|ten|gab|gaben|teilt)$/.test(word) || !particles, '');
  }
  return cues;
}
