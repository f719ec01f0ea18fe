import pg from 'pg';

/** One arbitrary number: whoever holds it in a database is that database's relay. */
const relayLock = 7_319_002;
export const outboxChannel = 'throughline_outbox';

/**
 * A database session that is the relay's leader as long as it lives. Leadership and work share the one connection, so a relay that
 * lost its session cannot read or delete any more: there are never two.
 */
export class RelayLeader {
  private constructor(
    private readonly client: pg.Client,
    readonly lost: Promise<void>,
  ) {}

  /** Null when another instance leads. Rejects when the database is away. */
  static async tryBecome(databaseUrl: string, onNotify: () => void): Promise<RelayLeader | null> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'throughline-relay', keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    await client.connect();
    const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [relayLock]);
    if (!rows[0]?.won) {
      await client.end();
      return null;
    }
    client.on('notification', onNotify);
    await client.query(`listen ${outboxChannel}`);
    return new RelayLeader(client, lost);
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }

  async resign(): Promise<void> {
    await this.client.end();
  }
}
