import { wordSet } from './language';
import { type PolarityWords } from './polarityWords';

/** English words for what was not said, not yet said, or said by hearsay only. */
export const englishPolarity: PolarityWords = {
  denying: wordSet('deny refute rebut disavow repudiate dispute disclaim contradict'),
  rejecting: wordSet('reject dismiss'),
  claims: wordSet(
    'claim claims allegation allegations accusation accusations suggestion suggestions report reports assertion assertions notion ' +
      'idea rumor rumors rumour rumours charge charges insinuation insinuations',
  ),
  withholding: wordSet(
    'refuse refuses refused refusing decline declines declined declining fail fails failed failing hesitate hesitates hesitated ' +
      'neglect neglects neglected forget forgets forgot forgotten omit omits omitted unwilling unable reluctant afraid loath careful ' +
      'want wants wanted wanting wish wishes wished hope hopes hoped hoping try tries tried trying attempt attempts attempted ' +
      'threaten threatens threatened ought like love hate dare dares dared nothing anything little reason',
  ),
  advance: wordSet(
    'expected due set scheduled slated poised planning plan plans planned prepare prepares prepared preparing intend intends ' +
      'intended going about ready likely promise promises promised promising vow vows vowed agree agrees agreed bound is are was were',
  ),
  future: wordSet("will shall 'll ’ll wo"),
  possible: wordSet("would could might may can should must ca 'd ’d need dare"),
  conditions: wordSet('if unless whether lest until once whenever'),
  nobody: wordSet('nobody none neither nothing no nor'),
  carriers: wordSet(
    'shirt shirts t-shirt t-shirts sign signs placard placards banner banners poster posters hat hats cap caps sticker stickers badge ' +
      'badges plaque label tattoo graffiti billboard billboards mural button buttons flag flags card cards mug jacket sweatshirt',
  ),
  anybody: wordSet('anyone anybody whoever everyone everybody someone somebody those one people anything'),
  hearsay: wordSet('allegedly supposedly purportedly reportedly ostensibly'),
  accusing: wordSet('accuse charge suspect convict blame'),
  contested: wordSet('claim allege accuse charge assert contend insist complain maintain suggest argue imply'),
  questions: wordSet('whether if who whom whose when where why how which what'),
  notOnly: wordSet('only just merely simply surprisingly'),
  hardly: wordSet('hardly scarcely barely rarely seldom'),
};
