import type { Connection, PoolClient, Submittable } from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** A statement that answers with one row, whose only column is text. */
export interface TextStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The name that it is prepared under on this connection; none for a statement that is not to be kept. */
  readonly name: string | undefined;
  /** Whether it was prepared there before. */
  readonly isPrepared: boolean;
}

/**
 * Sends a statement and gives its text.
 * @throws the database's error, and pg's own when the time for a query is over
 */
export function queryText(client: PoolClient, statement: TextStatement): Promise<string> {
  return new Promise((resolve, reject) => {
    client.query(
      new TextQuery(statement, (error, text) => {
        if (error) reject(error);
        else if (text === undefined) reject(new Error('A statement that was to give a text gave no row.'));
        else resolve(text);
      }),
    );
  });
}

type Callback = (error: Error | null, text?: string) => void;

/**
 * pg's way for queries of one's own, as pg-cursor and pg-copy-streams take it. Its usual query asks for a description of the
 * columns each time and makes objects of descriptions, results and rows, which cost more than all else that is done for a
 * short answer.
 */
class TextQuery implements Submittable {
  /** pg notes by it what is prepared on a connection. */
  readonly name: string | undefined;
  readonly text: string;
  private readonly values: ReturnType<typeof prepareValue>[];
  private readonly isPrepared: boolean;
  private answer: string | undefined;

  /** @param callback pg puts its time limit around it */
  constructor(
    { text, name, values, isPrepared }: TextStatement,
    public callback: Callback,
  ) {
    this.text = text;
    this.name = name;
    this.values = values.map((value) => prepareValue(value));
    this.isPrepared = isPrepared;
  }

  submit(connection: Connection): void {
    const { name = '', text, values } = this;
    connection.stream.cork(); // one packet
    try {
      if (!this.isPrepared) connection.parse({ name, text, types: [] }, true);
      connection.bind({ statement: name, values }, true);
      connection.execute(null, true);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleDataRow({ fields }: { readonly fields: readonly [string] }): void {
    this.answer = fields[0];
  }

  handleReadyForQuery(): void {
    this.callback(null, this.answer);
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleCommandComplete(): void {}
}
