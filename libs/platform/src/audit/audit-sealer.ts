import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { LOGGER } from '../telemetry/logger.js';
import { auditColumns, type AuditRow, genesis, sealHash } from './audit-record.js';

/** One arbitrary number: whoever holds it in a database seals there. */
const sealLock = 7_319_004;
const sealEveryMs = 1000;
const batch = 500;

/**
 * Gives every entry its place in the chain, one after the other, a moment after it was written: so requests do not queue behind
 * one another. Seals are never made in two places at once, and nothing that was committed late is passed over.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isFailing = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.tick());
    }, sealEveryMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Until nothing waits, or another instance is at it. Returns how many it sealed. */
  async sealAll(): Promise<number> {
    for (let sealed = 0; ;) {
      const now = await this.dataSource.transaction(sealSome);
      sealed += now;
      if (now < batch) return sealed;
    }
  }

  private async tick(): Promise<void> {
    try {
      await this.sealAll();
      this.isFailing = false;
    } catch (error) {
      // Once, not every second: readiness says it too when the database is away.
      if (!this.isFailing)
        this.logger.warn({ err: error }, 'audit entries could not be sealed; tried again every second');
      this.isFailing = true;
    }
  }
}

async function sealSome(tx: EntityManager): Promise<number> {
  const [lock] = await tx.query<{ won: boolean }[]>('select pg_try_advisory_xact_lock($1) as won', [sealLock]);
  if (!lock?.won) return 0;
  const rows = await tx.query<AuditRow[]>(
    `select ${auditColumns} from audit_unsealed w join audit_entry e on e.id = w.entry_id
      order by e.recorded_at, e.id limit $1`,
    [batch],
  );
  // Another instance sealed them since.
  if (rows.length === 0) return 0;
  const [last] = await tx.query<{ number: string; hash: string; now: string }[]>(
    `select s.number, s.hash, to_char(greatest(s.sealed_at, clock_timestamp()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now
       from audit_seal s order by s.number desc limit 1`,
  );
  const sealedAt = last?.now ?? (await databaseTime(tx));
  let [number, hash] = [Number(last?.number ?? 0), last?.hash ?? genesis];
  const seals = rows.map((row) => {
    number += 1;
    hash = sealHash(hash, { number, sealedAt }, row);
    return { number, hash, id: row.id };
  });
  const ids = seals.map(({ id }) => id);
  await tx.query(
    `insert into audit_seal (number, entry_id, hash, sealed_at)
     select number, entry_id, hash, $4::timestamptz from unnest($1::bigint[], $2::uuid[], $3::text[]) as s (number, entry_id, hash)`,
    [seals.map((seal) => seal.number), ids, seals.map((seal) => seal.hash), sealedAt],
  );
  await tx.query('delete from audit_unsealed where entry_id = any($1)', [ids]);
  return rows.length;
}

async function databaseTime(tx: EntityManager): Promise<string> {
  const [row] = await tx.query<{ now: string }[]>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  );
  return row?.now ?? '';
}
