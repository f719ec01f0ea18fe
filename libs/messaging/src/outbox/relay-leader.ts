import pg from 'pg';

/** One arbitrary number: whoever holds it in a database is that database's relay. */
const relayLock = 7_319_002;
export const outboxChannel = 'throughline_outbox';

/** The server notices within seconds that a leader's machine is gone, and gives the lock to another. */
const noticeDeadClients = 'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3';
const connectionTimeoutMillis = 5000;

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
    const application_name = 'throughline-relay';
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name,
      keepAlive: true,
      connectionTimeoutMillis,
    });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    await client.connect();
    try {
      const { rows } = await client.query<{ won: boolean }>('select pg_try_advisory_lock($1) as won', [relayLock]);
      if (rows[0]?.won) {
        await client.query(noticeDeadClients);
        client.on('notification', onNotify);
        await client.query(`listen ${outboxChannel}`);
        return new RelayLeader(client, lost);
      }
    } catch (error) {
      await client.end();
      throw error;
    }
    await client.end();
    return null;
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }

  async resign(): Promise<void> {
    await this.client.end();
  }
}
