import type { Client } from 'pg';
import { always, type Wanted } from '../data/boundedPool';
import type { Log } from '../log';
import type { ToldAnswer } from '../reading/reader';
import { anyChange, type Tag } from '../reading/trace';
import { AnswerStore } from './answerStore';
import { type Change, Changes, parseMoment } from './changes';
import { type Coming, knownUntil } from './coming';
import { Feed, type Listener } from './feed';
import { purgeKeysOf } from './purgeKeys';
import { ReadyAnswer } from './readyAnswer';
import type { Snapshot } from './snapshot';

/** How often it is looked whether moments have passed, in milliseconds. */
const lookEvery = 10_000;

/** What the log tells of the operation of an answer. */
type Operation = ReadyAnswer['operation'];

interface Flight {
  /** How many changes had been told when it began. */
  readonly since: number;
  /** Whether they still wait, of all who share it. */
  readonly passengers: Wanted[];
  readonly answer: Promise<string | ReadyAnswer>;
}

export interface ReadyAnswersDependencies {
  /** How many bytes they may take. */
  readonly maxBytes: number;
  /** What stands between the keys that shared caches are told; undefined where they are told none. */
  readonly purgeKeySeparator?: string | undefined;
  /** Makes a connection to the server that is written to. */
  readonly newClient: () => Client;
  /** Called when a change is heard of: what is read from now on must have it. */
  readonly onChange?: () => void;
  readonly log: Log;
}

/**
 * The answers that are kept for readers, each until something that it shows, counts, orders or hides changes: see
 * docs/decisions/ready-answers.md.
 */
export class ReadyAnswers implements Listener {
  readonly whileDeaf = 'answers are not kept';
  private readonly feed: Feed;
  private readonly store: AnswerStore;
  private readonly flights = new Map<string, Flight>();
  private readonly timer: NodeJS.Timeout;
  private readonly onChange: (() => void) | undefined;
  private readonly purgeKeySeparator: string | undefined;
  /** Null while changes may have been missed. */
  private changes: Changes | null = null;
  private told = 0;
  private readonly grown = (answer: ReadyAnswer): void => this.store.resize(answer);

  constructor({ maxBytes, purgeKeySeparator, newClient, onChange, log }: ReadyAnswersDependencies) {
    this.onChange = onChange;
    this.purgeKeySeparator = purgeKeySeparator;
    this.feed = new Feed(newClient, this, log);
    this.store = new AnswerStore(maxBytes);
    this.timer = setInterval(() => {
      if (this.changes?.passed(this.feed.latestAt(performance.now()))) void this.feed.lookAgain();
    }, lookEvery).unref();
  }

  /** Begins to listen for changes; until then nothing is kept. */
  start(): Promise<void> {
    return this.feed.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.feed.stop();
  }

  /** How many answers are kept, and how many bytes they take. */
  get kept(): AnswerStore['kept'] {
    return this.store.kept;
  }

  /** Waits until whatever was committed before this call is heard of: nothing older is served after it. */
  caughtUp(): Promise<void> {
    return this.feed.caughtUp();
  }

  /** The answer that the raw request of that digest is known to ask for, if it is ready. */
  find(alias: string): ReadyAnswer | undefined {
    const answer = this.store.aliased(alias);
    return answer && this.get(answer.key);
  }

  /** Remembers that the raw request of that digest asks for an answer, whoever sends it. */
  remember(alias: string, answer: ReadyAnswer): void {
    this.store.alias(alias, answer);
  }

  /** Whether within so many milliseconds neither the answer ends nor anything else is known to change by itself: no embargo ends. */
  isQuietFor(milliseconds: number, answer: ReadyAnswer): boolean {
    const now = performance.now();
    if (!this.changes || !this.feed.isSure(now)) return false;
    const moment = this.feed.latestAt(now);
    return Math.min(answer.until, this.changes.nextAfter(moment)) > moment + milliseconds;
  }

  /**
   * The answer of that key: the kept one, or the one that is being made for somebody else, or a new one.
   * @param make makes it, as long as anybody who asked for it waits
   * @param wanted whether this one still waits
   * @returns the text alone where it can't be kept
   * @throws what `make` throws
   */
  async answer(
    key: string,
    operation: Operation,
    make: (wanted: Wanted) => Promise<ToldAnswer>,
    wanted: Wanted = always,
  ): Promise<string | ReadyAnswer> {
    const asked = performance.now();
    if (!(await this.feed.makeSure(asked))) return (await make(wanted)).text;
    const ready = this.get(key, asked);
    if (ready) return ready;
    // Whoever comes after a change must not be given what was begun before it.
    const flying = this.flights.get(key);
    if (flying?.since === this.told) {
      flying.passengers.push(wanted);
      return flying.answer;
    }
    const passengers = [wanted];
    const anybody = (): boolean => passengers.some((passenger) => passenger());
    const flight = { since: this.told, passengers, answer: this.make(key, operation, () => make(anybody)) };
    this.flights.set(key, flight);
    try {
      return await flight.answer;
    } finally {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    }
  }

  began(since: Snapshot, coming: readonly Coming[]): void {
    this.clear();
    this.changes = new Changes(since);
    for (const { at, tag } of coming) this.changes.expect(at, [tag]);
    this.changes.knowsUntil(knownUntil(coming));
  }

  lost(): void {
    this.changes = null;
    this.clear();
  }

  changed(change: Change): void {
    this.told += 1;
    this.onChange?.();
    this.changes?.note(change);
    if (change.at !== null) return;
    for (const tag of [...(change.tags ?? []), anyChange]) this.store.drop(tag);
  }

  private get(key: string, asked?: number): ReadyAnswer | undefined {
    const now = performance.now();
    if (!this.feed.isSure(asked ?? now)) return undefined;
    const answer = this.store.get(key);
    if (!answer || answer.until === Infinity || answer.until > this.feed.latestAt(now)) return answer;
    this.store.delete(key);
    return undefined;
  }

  private async make(
    key: string,
    operation: Operation,
    make: () => Promise<ToldAnswer>,
  ): Promise<string | ReadyAnswer> {
    const { text, tags, moment } = await make();
    const until = this.lifeOf(tags, moment);
    if (until === null) return text;
    const separator = this.purgeKeySeparator;
    const purgeKeys = separator === undefined ? undefined : purgeKeysOf(tags).join(separator);
    const answer = new ReadyAnswer({ key, text, tags, purgeKeys, until, operation, grown: this.grown });
    return this.store.add(answer) ? answer : text;
  }

  private lifeOf(tags: ReadonlySet<Tag>, moment: string | undefined): number | null {
    if (!this.changes) return null;
    return moment === undefined ? Infinity : this.changes.lifeOf(tags, parseMoment(moment));
  }

  private clear(): void {
    this.told += 1;
    this.onChange?.();
    this.store.clear();
    this.flights.clear();
  }
}
