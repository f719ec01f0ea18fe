/** The running system: servers and services, started together, kept running, stopped in order. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.ts';
import { type ServerPart, serverParts } from '../embedded/servers.ts';
import { type GuardedProcess, StartFailure } from '../embedded/processes.ts';
import { waitUntil } from '../embedded/ports.ts';
import type { State } from '../embedded/state.ts';
import { type AppName, appNames, settingSuffix } from '../services.ts';
import { printStep } from './output.ts';
import { type ServiceContext, startService } from './service-process.ts';
import { embeddedParts, type StartSettings } from './settings.ts';
import { Supervised } from './supervised.ts';

const readyPatienceMs = 180_000;
/** A service that ends so often before it was ever ready will not become ready. */
const hopelessCrashes = 3;

export class System {
  readonly services = new Map<AppName, Supervised>();
  private readonly servers = new Map<string, Supervised>();
  private readonly settings: StartSettings;
  private readonly state: State;
  private readonly context: ServiceContext;
  private phase: 'starting' | 'running' | 'stopping' = 'starting';

  constructor(settings: StartSettings, state: State) {
    this.settings = settings;
    this.state = state;
    this.context = { settings, state, serverEnv: externalEnv(settings), shownLevel: () => this.shownLevel() };
  }

  /** Resolves when every service says that it is ready. */
  async start(): Promise<void> {
    this.keepOldLogs();
    const building = this.build();
    const parts = this.embeddedServers();
    const started = parts.map((part) => this.startServer(part));
    await Promise.all([building, ...started]);
    await Promise.all(this.appsToStart().map((name) => this.startAndWait(name)));
    this.phase = 'running';
  }

  /** People first, then services, then what they stand on. */
  async stop(): Promise<void> {
    this.phase = 'stopping';
    await this.services.get('gateway')?.stop();
    await Promise.all([...this.services.values()].map((service) => service.stop()));
    await Promise.all([...this.servers.values()].map((server) => server.stop()));
    rmSync(this.state.pids, { force: true });
  }

  private async build(): Promise<void> {
    const begin = performance.now();
    const { changed, faults } = await build();
    if (faults.length > 0) throw new StartFailure(`The build failed:\n${faults.join('\n')}`);
    printStep(
      'build',
      (performance.now() - begin) / 1000,
      changed.length > 0 ? `${changed.length} files` : 'nothing changed',
    );
  }

  private embeddedServers(): ServerPart[] {
    const { databases, kafka, redis } = embeddedParts(this.settings);
    return serverParts(this.state, {
      ports: this.settings.ports,
      isDurable: true,
      databases,
      postgres: databases.length > 0,
      kafka,
      redis,
    });
  }

  private async startServer(part: ServerPart): Promise<void> {
    const begin = performance.now();
    const launch = async (): Promise<GuardedProcess> => {
      const { process, env } = await part.start();
      Object.assign(this.context.serverEnv, env);
      return process;
    };
    const server = new Supervised(part.name, launch, () => this.writePids());
    this.servers.set(part.name, server);
    await server.start();
    printStep(part.title, (performance.now() - begin) / 1000);
  }

  private appsToStart(): AppName[] {
    const { identity } = embeddedParts(this.settings);
    return appNames.filter((name) => name !== 'identity' || identity);
  }

  private async startAndWait(name: AppName): Promise<void> {
    const begin = performance.now();
    const service = new Supervised(
      name,
      () => startService(name, this.context),
      () => this.writePids(),
    );
    this.services.set(name, service);
    await service.start();
    await this.untilReady(name);
    printStep(name, (performance.now() - begin) / 1000);
  }

  /** Throws a `StartFailure` that says what the service itself says is missing. */
  async untilReady(name: AppName): Promise<void> {
    const service = this.services.get(name);
    const crashesBefore = service?.crashes ?? 0;
    const url = `http://127.0.0.1:${this.settings.ports.apps[name]}/health/ready`;
    let lastAnswer = 'no answer';
    const isReady = async (): Promise<boolean> => {
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
        lastAnswer = `${response.status} ${await response.text()}`;
        return response.ok;
      } catch {
        return false; // not listening yet
      }
    };
    const isHopeless = (): boolean =>
      this.phase === 'stopping' || (service?.crashes ?? 0) - crashesBefore >= hopelessCrashes;
    if (await waitUntil(isReady, { timeoutMs: readyPatienceMs, isHopeless, pauseMs: 100 })) return;
    throw new StartFailure(
      `${name} did not become ready (${lastAnswer}): see ${join(this.state.logs, `${name}.log`)}.`,
    );
  }

  /** While starting and stopping, only what asks for attention. */
  private shownLevel(): string {
    if (this.settings.isVerbose) return 'debug';
    return { starting: 'warn', running: 'info', stopping: 'error' }[this.phase];
  }

  /** For tests and for `kill`: the process id of each part. */
  private writePids(): void {
    if (this.phase === 'stopping') return;
    const pids: Record<string, number> = {};
    for (const [name, { pid }] of [...this.servers, ...this.services]) if (pid !== undefined) pids[name] = pid;
    const temporary = `${this.state.pids}.new`;
    writeFileSync(temporary, `${JSON.stringify(pids, null, 2)}\n`);
    renameSync(temporary, this.state.pids);
  }

  /** Each log begins anew with a start; the one before stays as `.old`. */
  private keepOldLogs(): void {
    for (const name of [...appNames, 'postgres', 'kafka', 'redis']) {
      const path = join(this.state.logs, `${name}.log`);
      if (existsSync(path)) renameSync(path, `${path}.old`);
    }
  }
}

function externalEnv({ external }: StartSettings): Record<string, string> {
  const databases = Object.entries(external.databases).map(([name, url]) => [
    `DATABASE_URL_${settingSuffix(name)}`,
    url,
  ]);
  return {
    ...(Object.fromEntries(databases) as Record<string, string>),
    ...(external.kafkaBrokers === null ? {} : { KAFKA_BROKERS: external.kafkaBrokers }),
    ...(external.redisUrl === null ? {} : { REDIS_URL: external.redisUrl }),
  };
}
