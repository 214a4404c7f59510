import { classesBy } from './language';

/** English function words, and verbs whose past is not made with -ed. The first class that names a word has it. */
export const englishClasses = classesBy({
  pronoun: 'i he she they we you it everyone everybody someone somebody nobody neither many some most others one both',
  relative: 'who which whom whose',
  determiner:
    'the a an this these those his her its their our my your no any every each several few all another other such more two ' +
    'three four five six seven eight nine ten dozens half what',
  that: 'that',
  to: 'to',
  preposition:
    'of in on at for from with by about against among around as before after behind below beneath beside between beyond ' +
    'during except inside into like near off onto out outside over past per regarding since through throughout toward towards ' +
    'under until up upon via within without amid despite including concerning than',
  and: 'and or & nor',
  but: 'but yet so',
  subordinator: 'if when while because although though unless whether where why how whereas once whenever',
  be: "is are was were be been being am ’s ’re ’m 's 're 'm",
  not: "not n’t n't never",
  auxiliary:
    "has have had having do does did will would can could may might shall should must ’ve ’ll ’d 've 'll 'd ca wo get got gets getting gotten",
  adverb:
    'also then now later earlier soon still just even only again once ever already often always sometimes perhaps maybe however ' +
    'meanwhile instead too well far further furthermore moreover nevertheless nonetheless indeed there here thus hence ' +
    'rather quite very much first last today yesterday tomorrow tonight ago back away together abroad afterward afterwards elsewhere',
  time:
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october ' +
    'november december morning afternoon evening night week month year',
  objectPronoun: 'him them me us himself herself themselves itself myself yourself',
  verb:
    'went gone came come comes goes go made make makes making took take takes taken gave give gives given left won win wins lost ' +
    'lose ran run runs met meet meets held hold holds brought bring kept keep keeps began begin begins begun became become ' +
    'becomes sent send sends spent led lead leads built paid pay stood stand stands sat fell fall falls grew rose drew drove flew ' +
    'broke chose fought caught taught bought sold died die dies works work worked lives let lets set sets cut helped helps help ' +
    'tried try tries trying started starts start seems seem seemed appears appear appeared remains remain remained turned turns moved ' +
    'followed happened offered offers served joined visited received passed signed allowed included includes include according',
});
