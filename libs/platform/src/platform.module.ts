import { type DynamicModule, Global, Module, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AuditChain } from './audit/audit-chain.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditGuard } from './audit/audit.guard.js';
import { AuditQueries } from './audit/audit.queries.js';
import { AuditRetention } from './audit/audit-retention.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditSubjects, type SubjectTables } from './audit/audit-subjects.js';
import { AuditTrail } from './audit/audit-trail.js';
import { AuthGuard } from './auth/auth.guard.js';
import { IssuerKeys, TokenKeys, TokenVerifier } from './auth/token-verifier.js';
import { Clock, OffsetClock } from './clock/clock.js';
import type { ServiceName } from './config/services.js';
import { readSettings, Settings } from './config/settings.js';
import { allMigrations, buildDataSource, type DatabaseOptions, openDatabase } from './database/database.js';
import { IdempotencyRetention } from './database/idempotency-retention.js';
import { Transactions } from './database/transactions.js';
import { HealthChecks } from './health/health-checks.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ValidationPipe } from './http/validation.pipe.js';
import { RequestContextInterceptor } from './request/request-context.interceptor.js';
import { createLogger, LOGGER } from './telemetry/logger.js';

export interface PlatformOptions extends DatabaseOptions {
  service: ServiceName;
  /** For the audit: by the beginning of a route (`/api/handoffs`), the table in which its `:id` stands beside a `patient_id`. */
  auditSubjects?: SubjectTables;
}

/** All migrations of a service: the test helper keeps one prepared database for each set of them. */
export const MIGRATIONS = Symbol('throughline:migrations');

/** Remembers what there is to close. */
class OpenedDatabase {
  dataSource: DataSource | null = null;
}

/**
 * What every service boots with, once, globally: `Settings`, `Clock`, the logger, the guard that checks every token and role,
 * validation, problem documents, health and metrics; with a database also `DataSource` (migrated) and `Transactions`.
 */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly opened: OpenedDatabase) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const { controllers = [], ...module } = PlatformModule.with(options.service, databaseProviders(options), [
      DataSource,
      Transactions,
    ]);
    return { ...module, controllers: [...controllers, AuditController] };
  }

  /** For a service that keeps nothing. */
  static withoutDatabase(service: ServiceName): DynamicModule {
    return PlatformModule.with(service, [], []);
  }

  private static with(
    service: ServiceName,
    database: Provider[],
    exportedDatabase: (typeof DataSource | typeof Transactions)[],
  ): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        OpenedDatabase,
        { provide: Settings, useFactory: () => readSettings(service, process.env) },
        {
          provide: LOGGER,
          useFactory: ({ logLevel }: Settings) => createLogger(service, logLevel),
          inject: [Settings],
        },
        {
          provide: Clock,
          useFactory: ({ clockFile }: Settings) => (clockFile === null ? new Clock() : new OffsetClock(clockFile)),
          inject: [Settings],
        },
        { provide: TokenKeys, useClass: IssuerKeys },
        TokenVerifier,
        HealthChecks,
        // In this order: who is refused is audited too.
        { provide: APP_GUARD, useClass: AuditGuard },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_INTERCEPTOR, useClass: RequestContextInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...database,
      ],
      exports: [Settings, LOGGER, Clock, HealthChecks, TokenVerifier, ...exportedDatabase],
    };
  }

  /** Last of all: whoever used the database has stopped by now. */
  async onApplicationShutdown(): Promise<void> {
    await this.opened.dataSource?.destroy();
  }
}

const databaseProviders = (options: PlatformOptions): Provider[] => [
  {
    provide: DataSource,
    useFactory: async (settings: Settings, logger: Logger, health: HealthChecks, opened: OpenedDatabase) => {
      const dataSource = await openDatabase(buildDataSource(settings, options), logger);
      opened.dataSource = dataSource;
      health.register('database', async () => void (await dataSource.query('select 1')));
      return dataSource;
    },
    inject: [Settings, LOGGER, HealthChecks, OpenedDatabase],
  },
  Transactions,
  IdempotencyRetention,
  { provide: AuditSubjects, useValue: new AuditSubjects(options.auditSubjects ?? {}) },
  AuditTrail,
  AuditSealer,
  AuditChain,
  AuditQueries,
  AuditRetention,
  { provide: MIGRATIONS, useValue: allMigrations(options) },
];
