import { wordSet } from '../languages/language';

/** Words that come before a person's name. */
export const titleWords = wordSet(
  'mr mrs ms miss dr prof sir dame lord lady president vice-president chancellor premier minister secretary senator sen ' +
    'representative rep congressman congresswoman governor gov mayor judge justice king queen prince princess pope archbishop ' +
    'bishop cardinal rev reverend father general gen colonel col captain capt major maj sergeant sgt lieutenant lt admiral adm ' +
    'commander cmdr chief director chairman chairwoman chair ceo coach manager professor spokesman spokeswoman spokesperson ' +
    'ambassador detective inspector officer sheriff attorney deputy speaker councillor councilman analyst economist author ' +
    'actor actress singer candidate leader aide adviser advisor commissioner superintendent midfielder striker goalkeeper ' +
    'defender captain skipper champion rapper journalist reporter lawyer founder head emir sultan sheikh ayatollah imam',
);

/** Last words of the names of organizations. */
export const organizationEnds = wordSet(
  'inc inc. corp corp. co co. ltd ltd. llc plc plc. sa ag nv ab gmbh group holdings company corporation bank association committee ' +
    'commission council agency ministry department university college institute foundation federation union party club team ' +
    'united city rovers athletic court office bureau service services authority board organization organisation society league ' +
    'press news times post journal army navy force guard police administration parliament congress senate assembly church ' +
    'museum school hospital airlines airways motors records studios pictures band orchestra partners associates center centre ' +
    'fund trust network television radio exchange international fc',
);

/** Last words of the names of places. */
export const placeEnds = wordSet(
  'river lake mountain mountains mount island islands county province state district region valley bay sea ocean gulf strait ' +
    'peninsula desert street avenue road square park bridge airport stadium hotel beach coast cape hills forest village town ' +
    'city township prefecture municipality republic kingdom territory canal creek highway boulevard plaza hall palace tower',
);

export const dayWords = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Words in the names of buildings where people meet; in English names they come last, in French and German ones first. */
export const venueWords = wordSet(
  'stadium arena hotel palace hall airport cathedral mosque temple theater theatre tower mansion resort casino castle ballroom ' +
    'auditorium pavilion château chateau manoir palais palazzo schloss villa hôtel inn lodge fairmont hilton marriott hyatt ' +
    'sheraton ritz-carlton',
);

/** Bodies that news names without saying what they are. */
export const bodyWords = wordSet(
  'un u.n. eu e.u. nato imf wto opec oecd unesco unicef unhcr asean fifa uefa ioc icc fbi cia nsa nasa irs epa fda cdc dhs tsa fema ' +
    'fcc ftc sec doj dod hud osha nypd lapd fdny mi5 mi6 gchq bbc cnn nbc abc cbs msnbc npr pbs espn hbo itv ap afp upi reuters ' +
    'bloomberg xinhua tass interfax kremlin pentagon congress senate parliament bundestag knesset duma interpol europol hamas ' +
    'hezbollah hizbollah taliban isis isil al-qaeda plo ira eta anc bjp gop dnc rnc aclu naacp nra nfl nba nhl mlb ncaa pga lpga ' +
    'afl-cio fed treasury supreme microsoft google apple amazon facebook twitter ibm intel boeing airbus toyota honda ford ' +
    'volkswagen bmw sony samsung exxon chevron shell bp walmart pfizer citigroup hsbc barclays ubs deloitte kpmg',
);

/** Words of reports on matches and races. */
export const sportWords = wordSet(
  'league cup championship championships match matches season coach goal goals scored score points team teams players player round ' +
    'final finals semifinal quarterfinal innings wickets overs striker midfielder goalkeeper half-time halftime win beat defeat ' +
    'defeated tournament standings division games game played inning pitcher touchdown quarterback set sets seeded soccer tennis ' +
    'cricket rugby football baseball basketball hockey golf athletics motorcycling cycling squash',
);
