import type pg from 'pg';
import { writeRecords } from './formats/records';

/**
 * Writes an export.
 * @param client a session of its own
 * @returns the text of one record after the other, with their line ends
 */
export type Writer = (client: pg.ClientBase) => AsyncIterable<string>;

/** The formats by the names that the command line knows them by. */
export const writers = { records: writeRecords } as const satisfies Readonly<Record<string, Writer>>;

export type FormatName = keyof typeof writers;
