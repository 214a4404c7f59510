import { wordSet } from '../languages/language';

/** Words for what a person is or does, that stand before a name or after it as its title. */
export const roleWords = wordSet(
  'secretary minister president vice-president chancellor premier senator congressman congresswoman representative governor mayor ' +
    'judge justice king queen prince princess pope archbishop bishop cardinal reverend pastor rabbi imam ayatollah priest general ' +
    'colonel captain major sergeant lieutenant admiral commander chief director chairman chairwoman chairperson chair ceo cfo coo ' +
    'executive coach manager professor spokesman spokeswoman spokesperson ambassador envoy detective inspector officer sheriff ' +
    'attorney lawyer solicitor prosecutor deputy speaker councillor councilman councilwoman councilor alderman analyst economist ' +
    'author writer novelist poet actor actress singer musician rapper candidate nominee leader aide adviser advisor strategist ' +
    'commissioner superintendent midfielder striker goalkeeper defender quarterback pitcher skipper champion journalist reporter ' +
    'correspondent columnist editor publisher founder co-founder cofounder owner emir sultan sheikh lawmaker legislator delegate mp ' +
    'researcher scientist physicist biologist historian engineer doctor physician surgeon nurse teacher student activist organizer ' +
    'organiser dissident trader dealer broker strategist investor banker treasurer comptroller controller principal dean provost ' +
    'head boss host anchor presenter producer filmmaker photographer designer architect artist painter composer conductor ' +
    'billionaire businessman businesswoman entrepreneur diplomat negotiator mediator ombudsman auditor regulator examiner coroner ' +
    'administrator coordinator supervisor consultant counsel counselor fellow expert farmer fisherman pilot driver rider jockey ' +
    'trainer boxer player swimmer sprinter cyclist golfer astronaut soldier veteran spy agent whistleblower suspect defendant ' +
    'father mother brother sister husband wife son daughter widow uncle aunt cousin colleague partner friend neighbor neighbour ' +
    'resident witness victim survivor marshal undersecretary under-secretary secretary-general president-elect ' +
    'sen sen. rep rep. gov gov. gen gen. col col. capt capt. lt lt. sgt sgt. adm adm. cmdr cmdr. maj maj. prof prof. rev rev. dr dr. ' +
    'mr mr. mrs mrs. ms ms. miss sir dame lord lady cllr msgr msgr. hon hon. madam mme',
);

/** Forms of address: they tell the sex, and no office. */
export const addressWords = wordSet('mr mr. mrs mrs. ms ms. miss sir dame lady madam mme dr dr.');

/** Abbreviated roles, and roles with two names, by the word that they are compared as. */
export const sameRole: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'sen.': 'senator',
    sen: 'senator',
    'rep.': 'representative',
    rep: 'representative',
    congressman: 'representative',
    congresswoman: 'representative',
    'gov.': 'governor',
    gov: 'governor',
    'gen.': 'general',
    gen: 'general',
    'col.': 'colonel',
    'capt.': 'captain',
    'lt.': 'lieutenant',
    'sgt.': 'sergeant',
    'adm.': 'admiral',
    'prof.': 'professor',
    'rev.': 'reverend',
    'dr.': 'doctor',
    dr: 'doctor',
    premier: 'minister',
    mp: 'lawmaker',
    spokesperson: 'spokesman',
    spokeswoman: 'spokesman',
    chairwoman: 'chairman',
    chair: 'chairman',
    advisor: 'adviser',
  }),
);

/** Words in small letters that may stand before a role and belong to it. */
export const roleModifiers = wordSet(
  'former ex acting deputy vice assistant associate senior junior chief prime foreign first lead presidential press campaign ' +
    'executive managing general interim outgoing incoming national state federal white house defense defence interior finance ' +
    'health education justice attorney republican democratic police fire research communications legal political military medical ' +
    'party opposition majority minority head team assistant artistic musical technical sporting financial founding honorary',
);

/** Words that tell a man or a woman. */
export const maleWords = wordSet(
  'mr mr. sir lord king prince pope father brother husband son uncle businessman spokesman congressman chairman councilman ' +
    'actor policeman fisherman emir sultan sheikh imam ayatollah bishop archbishop cardinal priest baron duke',
);
export const femaleWords = wordSet(
  'mrs mrs. ms ms. miss dame lady queen princess mother sister wife daughter widow aunt businesswoman spokeswoman ' +
    'congresswoman chairwoman councilwoman actress policewoman madam mme duchess baroness',
);
