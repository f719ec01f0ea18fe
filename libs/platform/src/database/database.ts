import { setTimeout as pause } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import pg from 'pg';
import {
  DataSource,
  type MigrationInterface,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.js';
import { AuditTables1767225502000 } from '../audit/audit-tables.migration.js';
import { IdempotencyActor1767225501000 } from './idempotency-actor.migration.js';
import { tellPartner } from './partner-wall.js';
import { PlatformTables1767225500000 } from './platform-tables.migration.js';

export interface DatabaseOptions {
  entities?: Type[];
  migrations: Type<MigrationInterface>[];
}

/** The platform's own tables first. */
export const allMigrations = ({ migrations }: DatabaseOptions): Type<MigrationInterface>[] => [
  PlatformTables1767225500000,
  IdempotencyActor1767225501000,
  AuditTables1767225502000,
  ...migrations,
];

/** One arbitrary number for all services: instances that boot at once migrate one after the other. */
const migrationLock = 7_319_001;
const connectPausesMs = [200, 400, 800, 1600, 3000, 3000, 5000, 5000, 5000, 5000];

/**
 * A connection that is lost in the instant between the pool and whoever asked for it: nobody listens yet, and an error that nobody hears
 * would end the process. The next statement finds the connection gone.
 */
class SteadyClient extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super(options);
    this.on('error', () => undefined);
  }
}

/** The one data source of a service: explicit migrations, never `synchronize`. */
export function buildDataSource(settings: Settings, options: DatabaseOptions): DataSource {
  if (settings.databaseUrl === null) throw new Error(`${settings.service} has no database`);
  return new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: `throughline-${settings.service}`,
    entities: options.entities ?? [],
    migrations: allMigrations(options),
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: settings.databasePoolSize,
    // An idle connection that the server drops is an ordinary event: the pool makes a new one.
    poolErrorHandler: () => undefined,
    extra: { connectionTimeoutMillis: 5000, keepAlive: true, Client: SteadyClient },
  });
}

/** Connects, waiting for a database that is still starting, and brings the schema up to date. */
export async function openDatabase(dataSource: DataSource, logger: Logger): Promise<DataSource> {
  await connect(dataSource, logger);
  tellPartner(dataSource);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    const applied = await dataSource.runMigrations();
    if (applied.length > 0) logger.info({ migrations: applied.length }, 'database migrated');
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
  }
  return dataSource;
}

async function connect(dataSource: DataSource, logger: Logger): Promise<void> {
  for (const pauseMs of [...connectPausesMs, null]) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (pauseMs === null || !isDatabaseAway(error)) throw error;
      logger.warn({ code: (error as { code?: string }).code, retryInMs: pauseMs }, 'database is not reachable yet');
      await pause(pauseMs);
    }
  }
}

/** SQLSTATE classes and socket errors that mean: the database, not the request, is the trouble. */
const awayCodes = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)$/;

/** True when an error says that the database cannot be reached at the moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  // A connection that breaks inside a transaction is let go at once; what comes next in the transaction finds it so.
  if (error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError)
    return true;
  const { code, driverError, message } = error as { code?: unknown; driverError?: unknown; message?: unknown };
  if (typeof code === 'string' && awayCodes.test(code)) return true;
  if (
    typeof message === 'string' &&
    /connection terminated|not queryable|timeout exceeded when trying to connect/i.test(message)
  )
    return true;
  return driverError !== undefined && driverError !== error && isDatabaseAway(driverError);
}
