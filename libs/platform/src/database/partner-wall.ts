import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { currentPartner } from '../request/request-context.js';

/** What TypeORM's PostgreSQL driver hands out: a connection of the pool, and how to give it back. */
type Checkout = [client: PoolClient, release: (error?: unknown) => void];
interface PostgresDriver {
  obtainMasterConnection(): Promise<Checkout>;
}

/**
 * Tells the database for whom each connection works, at the moment it leaves the pool, so that neither a query nor a transaction
 * can forget it. A statement is sent only when the connection was last used for somebody else.
 */
export function tellPartner(dataSource: DataSource): void {
  const driver = dataSource.driver as unknown as PostgresDriver;
  const obtain = driver.obtainMasterConnection.bind(driver);
  const lastToldTo = new WeakMap<PoolClient, string>();
  driver.obtainMasterConnection = async () => {
    // Asked first: a connection that was waited for comes in the context of whoever gave it back.
    const partner = currentPartner();
    const [client, release] = await obtain();
    if ((lastToldTo.get(client) ?? '') !== partner) {
      try {
        await client.query(`select set_config('app.partner', $1, false)`, [partner]);
        lastToldTo.set(client, partner);
      } catch (error) {
        release(error);
        throw error;
      }
    }
    return [client, release];
  };
}

/** In a policy: the organization of the running request, or '' for the service itself. Evaluated once per statement. */
const partner = `(select coalesce(current_setting('app.partner', true), ''))`;

/**
 * For a migration: rows of `table` are visible to, and written by, the partner whose id stands in `column`, whatever a statement
 * asks for; the service itself and the clinic see all. In `down`, `openToAll`.
 */
export const partnerRows = (runner: QueryRunner, table: string, column = 'partner_id'): Promise<void> =>
  partnerRowsWhere(runner, table, (asking) => `${table}.${column} = ${asking}`);

/** The same where the partner does not stand in the row itself: `condition` gets the SQL expression of the asking partner's id. */
export async function partnerRowsWhere(
  runner: QueryRunner,
  table: string,
  condition: (asking: string) => string,
): Promise<void> {
  const isOwn = `${partner} = '' or (${condition(partner)})`;
  await runner.query(`alter table ${table} enable row level security`);
  // The service owns its tables, and an owner is let past without this.
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(`create policy partner_rows on ${table} using (${isOwn}) with check (${isOwn})`);
}

/** For a migration: rows that are never a partner's, in a table beside others that are. */
export const clinicRows = (runner: QueryRunner, table: string): Promise<void> =>
  partnerRowsWhere(runner, table, () => 'false');

/** Takes the policy back. */
export async function openToAll(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`drop policy partner_rows on ${table}`);
  await runner.query(`alter table ${table} no force row level security`);
  await runner.query(`alter table ${table} disable row level security`);
}
