import { type DynamicModule, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { OutgoingEvent } from '#contracts';
import { EVENT_TRANSPORT, PlatformModule, readSettings, Settings } from '#platform';
import { MessagingModule, messagingMigrations, Outbox } from '../../src/index.js';
import { type EventSpy, eventSpy } from '../../src/testing/index.js';
import { EventTransport } from '../../src/transport/event-transport.js';
import { KafkaClient } from '../../src/transport/kafka-client.js';
import { crashingClient, type CrashPoint } from './crash-points.js';
import { BenchTables1767225600001, Script, StepController } from './steps.js';

export interface InstanceOptions {
  databaseUrl: string;
  topicPrefix: string;
  /** Empty: neither sends nor receives. */
  brokers: string;
  /** A service that only publishes. */
  isDeaf?: boolean;
  crashPoint?: CrashPoint;
}

/** One running process of a service, with all of the platform and messaging, in this process. */
export interface Instance {
  app: NestFastifyApplication;
  dataSource: DataSource;
  script: Script;
  spy: EventSpy;
  /** Commits these events, each run of arguments in one transaction. */
  publish(...events: OutgoingEvent[]): Promise<void>;
  close(): Promise<void>;
}

@Module({})
class BenchModule {}

export function benchModule(options: InstanceOptions): DynamicModule {
  return {
    module: BenchModule,
    imports: [
      PlatformModule.forRoot({ service: 'therapy', migrations: [...messagingMigrations, BenchTables1767225600001] }),
      MessagingModule.forRoot({
        service: 'therapy',
        topicPrefix: options.topicPrefix,
        topics: ['throughline.plan.v1'],
        sessionTimeoutMs: 6000, // the least that brokers take: a killed consumer is missed for so long
      }),
    ],
    controllers: options.isDeaf ? [] : [StepController],
    providers: [Script],
  };
}

export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const settings = readSettings('therapy', {
    DATABASE_URL_THERAPY: options.databaseUrl,
    KAFKA_BROKERS: options.brokers || '127.0.0.1:9',
    OIDC_ISSUER: 'http://127.0.0.1:9',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
  });
  const builder = Test.createTestingModule({ imports: [benchModule(options)] })
    .overrideProvider(Settings)
    .useValue(options.brokers ? settings : { ...settings, kafkaBrokers: [] });
  if (options.crashPoint) builder.overrideProvider(KafkaClient).useClass(crashingClient(options.crashPoint));
  const testing = await builder.compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.connectMicroservice(
    { strategy: app.get<EventTransport>(EVENT_TRANSPORT, { strict: false }) },
    { inheritAppConfig: true },
  );
  const spy = eventSpy(app);
  await app.startAllMicroservices();
  await app.init();
  const dataSource = app.get(DataSource);
  const outbox = app.get(Outbox);
  return {
    app,
    dataSource,
    spy,
    script: app.get(Script, { strict: false }),
    publish: (...events) => dataSource.transaction((tx) => outbox.append(tx, ...events)),
    close: () => app.close(),
  };
}
