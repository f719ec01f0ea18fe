import { createHash } from 'node:crypto';
import type { DynamicModule, InjectionToken, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource, type MigrationInterface } from 'typeorm';
import { TokenKeys } from '../auth/token-verifier.js';
import type { User } from '../auth/user.js';
import { Clock } from '../clock/clock.js';
import { type ServiceName, settingSuffix } from '../config/services.js';
import { readSettings, Settings } from '../config/settings.js';
import { newAdapter, prepareApp } from '../http/service-app.js';
import { MIGRATIONS, PlatformModule } from '../platform.module.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { signTestToken, testAudience, testIssuer, TestKeys, testUser } from './test-tokens.js';

/** `body` is the parsed JSON; name its type where it matters. */
export interface TestAnswer<Body = unknown> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
}

export interface TestRequest {
  /** A user, or `coordinator`, `physician`, `partner:pt-north` ...; nobody when left out. */
  as?: User | string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Override {
  token: InjectionToken;
  value: unknown;
}

export interface ServiceTest {
  app: NestFastifyApplication;
  dataSource: DataSource;
  clock: TestClock;
  request<Body = unknown>(method: string, path: string, options?: TestRequest): Promise<TestAnswer<Body>>;
  close(): Promise<void>;
}

/**
 * One service in this process on a fresh, migrated database of its own, without a broker: events are fed by `deliver` and
 * read by `appendedEvents` (`#messaging/testing`). Close it in `afterAll`.
 */
export async function createServiceTest(options: {
  module: Type;
  service: ServiceName;
  clock?: TestClock;
  /** Extra settings of the service. */
  env?: Record<string, string>;
  /** Send and receive through this broker after all. */
  brokers?: readonly string[];
  /** Work on this database, as a second instance of a service does; it is not dropped. */
  databaseUrl?: string;
  /** Replace providers by values, for example a service's own settings. */
  overrides?: readonly Override[];
}): Promise<ServiceTest> {
  const clock = options.clock ?? new TestClock();
  const database = options.databaseUrl === undefined ? await migratedCopy(options) : null;
  const app = await bootForTest(options, clock, options.databaseUrl ?? database?.url ?? '');
  return {
    app,
    clock,
    dataSource: app.get(DataSource),
    request: requester(app),
    async close() {
      await app.close();
      await database?.drop();
    },
  };
}

/** The same for a service without a database. `overrides` replace providers by values. */
export async function createStatelessTest(options: {
  module: Type;
  service: ServiceName;
  overrides?: readonly Override[];
}): Promise<Omit<ServiceTest, 'dataSource'>> {
  const clock = new TestClock();
  const app = await bootForTest(options, clock, '');
  return { app, clock, request: requester(app), close: () => app.close() };
}

/** Sends a request to the application in this process. */
const requester =
  (app: NestFastifyApplication): ServiceTest['request'] =>
  async <Body>(
    method: string,
    path: string,
    { as, body, headers = {} }: TestRequest = {},
  ): Promise<TestAnswer<Body>> => {
    const user = typeof as === 'string' ? testUser(as) : as;
    const answer = await app.inject({
      method: method as 'GET',
      url: path,
      headers: { ...(user ? { authorization: `Bearer ${await signTestToken(user)}` } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
    return { status: answer.statusCode, headers: answer.headers, body: (isJson ? answer.json() : answer.body) as Body };
  };

/** The template's name holds the migrations' statements: a new or an edited one makes a new template. */
async function migratedCopy(options: BootOptions): Promise<TestDatabase> {
  const migrations = migrationsOf(options.module)
    .map(({ name, prototype }) => name + String(prototype.up))
    .join();
  const name = `throughline_template_${settingSuffix(options.service).toLowerCase()}_${createHash('sha256').update(migrations).digest('hex').slice(0, 12)}`;
  return createTestDatabase({
    name,
    prepare: async (url) => {
      const app = await bootForTest({ ...options, brokers: [] }, new TestClock(), url);
      await app.close();
    },
  });
}

interface BootOptions {
  module: Type;
  service: ServiceName;
  env?: Record<string, string>;
  brokers?: readonly string[];
  overrides?: readonly Override[];
}

async function bootForTest(
  { module, service, env = {}, brokers = [], overrides = [] }: BootOptions,
  clock: TestClock,
  databaseUrl: string,
): Promise<NestFastifyApplication> {
  const variables = {
    [`DATABASE_URL_${settingSuffix(service)}`]: databaseUrl,
    KAFKA_BROKERS: '127.0.0.1:9',
    OIDC_ISSUER: testIssuer,
    OIDC_AUDIENCE: testAudience,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    DATABASE_POOL_SIZE: '8',
    ...env,
  };
  const builder = Test.createTestingModule({ imports: [module] });
  for (const { token, value } of overrides) builder.overrideProvider(token).useValue(value);
  const testing = await builder
    .overrideProvider(Settings)
    .useValue({ ...readSettings(service, variables), kafkaBrokers: brokers })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(TokenKeys)
    .useClass(TestKeys)
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(newAdapter());
  prepareApp(app, service);
  await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Those of `PlatformModule.forRoot` in this module's imports. */
function migrationsOf(module: Type): (Type<MigrationInterface> & { prototype: MigrationInterface })[] {
  const imports = (Reflect.getMetadata('imports', module) ?? []) as DynamicModule[];
  const platform = imports.find((imported) => imported.module === PlatformModule);
  const found = platform?.providers?.find((provider) => 'provide' in provider && provider.provide === MIGRATIONS);
  if (!found || !('useValue' in found)) throw new Error(`${module.name} does not import PlatformModule.forRoot`);
  return found.useValue as ReturnType<typeof migrationsOf>;
}
