import { en } from '@faker-js/faker';
import { zipf } from './random.mjs';

const words = (text) => text.trim().split(/\s+/);

/** Words that newspapers use all day; the rarer ones behind them come from a dictionary. */
const news = {
  noun: words(`government police election court minister president budget economy market company union strike school hospital
    border treaty army drought flood storm harvest climate energy oil gas power water bridge railway airport harbor housing rent
    wage tax inflation bank loan debt trade tariff export import factory mine farm fishery vaccine virus outbreak doctor nurse
    patient teacher student university research satellite rocket computer network privacy data election ballot campaign coalition
    parliament senate vote law bill reform inquiry scandal trial verdict sentence prison appeal judge lawyer witness evidence
    murder robbery fraud smuggling cartel weapon drug raid arrest investigation protest march crowd curfew ceasefire hostage
    refugee migrant visa passport embassy summit sanction alliance missile drone soldier veteran village town council mayor
    governor neighborhood festival museum theater film novel painting concert album match league championship stadium coach goal
    season record injury transfer volcano earthquake wildfire hurricane rescue survivor shelter aid donor charity pension`),
  adjective:
    words(`new national local public federal former senior foreign international economic political military legal
    financial medical environmental early major rare recent key private independent regional annual temporary emergency
    controversial joint final official nuclear digital rural urban historic unexpected`),
  verbed:
    words(`announced rejected approved delayed cancelled expanded criticized defended reviewed suspended launched funded
    blocked reopened closed investigated postponed welcomed questioned abandoned revised signed restored reduced doubled
    protected challenged dismissed supported inspected`),
};

const once = (list) => [...new Set(list)];
const plain = (list) => list.filter((word) => /^[a-z-]+$/.test(word));

const classes = {
  noun: once([...news.noun, ...plain(en.word.noun)]),
  adjective: once([...news.adjective, ...plain(en.word.adjective)]),
  verb: once(plain(en.word.verb)),
  adverb: once(plain(en.word.adverb)),
  verbed: news.verbed,
};

const draws = Object.fromEntries(
  Object.entries(classes).map(([name, list]) => [name, zipf(list.length, { steep: 0.9, flat: 8 })]),
);

/** A word of a class, common ones more often. */
export const word = (random, name) => classes[name][draws[name](random)];

/** The words of a class, the most common first. */
export const wordsOf = (name) => classes[name];
