import type { ProducedMessage } from '../transport/kafka-client.js';

const mostRows = 500;
/** Far below what a topic takes in one request, whatever partitions the keys fall on. */
const batchBytes = 1_048_576;

interface OutboxRow {
  number: string;
  aggregatetype: string;
  aggregateid: string;
  payload: string;
}

/** The session that leads; narrow, so that the order of statements can be shown without a database. */
export interface LeadingSession {
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** The outbox in number order, batch by batch: read, send, and only then delete. */
export class RelayBatches {
  constructor(
    private readonly session: LeadingSession,
    private readonly send: (messages: readonly ProducedMessage[]) => Promise<void>,
  ) {}

  /** True when there may be more at once. */
  async sendNext(): Promise<boolean> {
    const rows = await this.session.query<OutboxRow>(
      `select number, aggregatetype, aggregateid, payload from outbox order by number limit ${mostRows}`,
    );
    const batch = withinBudget(rows);
    if (batch.length === 0) return false;
    await this.send(batch.map(toMessage));
    // One by one, never behind a high-water mark: a transaction that commits late keeps its row.
    await this.session.query(`delete from outbox where number = any($1::bigint[])`, [
      batch.map(({ number }) => number),
    ]);
    return batch.length < rows.length || rows.length === mostRows;
  }
}

/** The longest beginning that fits into one request; at least one row. */
export function withinBudget<Row extends { payload: string }>(rows: readonly Row[], budget = batchBytes): Row[] {
  let bytes = 0;
  const end = rows.findIndex(({ payload }, at) => {
    bytes += Buffer.byteLength(payload);
    return at > 0 && bytes > budget;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

const toMessage = (row: OutboxRow): ProducedMessage => ({
  topic: row.aggregatetype,
  key: row.aggregateid,
  value: row.payload,
});
