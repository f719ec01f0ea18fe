/** What the machine must have. Each fault is one sentence with its mend. */
import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { areJarsThere } from '../embedded/jars.ts';
import { takenPorts, waitUntil } from '../embedded/ports.ts';
import { StartFailure } from '../embedded/processes.ts';
import { embeddedParts, type StartSettings } from './settings.ts';

const run = promisify(execFile);
const oldestJava = 17;
const leastDiskBytes = 1024 ** 3;
/** What an earlier start left behind is being killed by its guard meanwhile. */
const portPatienceMs = 8000;

/** Throws one `StartFailure` that names everything that is missing. */
export async function checkRequirements(settings: StartSettings, wasKilled: boolean): Promise<void> {
  const parts = embeddedParts(settings);
  failWith([
    ...(await machineFaults({ ...parts, folder: settings.stateFolder })),
    ...(await Promise.all([portFault(parts.ports, wasKilled), ...externalServers(settings).map(unreachableFault)])),
  ]);
}

/** The same for the tests, whose ports are free ones anyway. */
export async function checkMachine(wanted: { kafka: boolean; redis: boolean; folder: string }): Promise<void> {
  failWith(await machineFaults(wanted));
}

function failWith(faults: readonly (string | null)[]): void {
  const found = faults.filter((fault) => fault !== null);
  if (found.length > 0) throw new StartFailure(found.join('\n'));
}

function machineFaults(wanted: { kafka: boolean; redis: boolean; folder: string }): Promise<(string | null)[]> {
  const needsMaven = (wanted.kafka || wanted.redis) && !areJarsThere();
  return Promise.all([wanted.kafka ? javaFault() : null, needsMaven ? mavenFault() : null, diskFault(wanted.folder)]);
}

async function javaFault(): Promise<string | null> {
  const mend = `Kafka needs Java ${oldestJava} or later: install a JDK (for example openjdk-17-jre-headless or brew install openjdk), or set KAFKA_BROKERS to a Kafka of yours.`;
  try {
    const { stderr, stdout } = await run('java', ['-version']);
    const version = /version "(?:1\.)?(\d+)/.exec(stderr + stdout)?.[1];
    if (version !== undefined && Number(version) < oldestJava)
      return `The \`java\` found is version ${version}. ${mend}`;
    return null;
  } catch (error) {
    // macOS has a `java` that only says there is none.
    return `There is no working \`java\` (${firstLine(error)}). ${mend}`;
  }
}

async function mavenFault(): Promise<string | null> {
  try {
    await run('mvn', ['-v']);
    return null;
  } catch (error) {
    return `There is no working \`mvn\` (${firstLine(error)}). Maven brings Kafka and Redis the first time: install it (for example apt-get install maven or brew install maven), or set KAFKA_BROKERS and REDIS_URL.`;
  }
}

async function diskFault(folder: string): Promise<string | null> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= leastDiskBytes) return null;
  return `Only ${Math.floor(free / 1024 ** 2)} MB are free where ${folder} is, and 1 GB is needed: free some, or choose another place with \`--state\`.`;
}

async function portFault(needed: ReadonlyMap<number, string>, wasKilled: boolean): Promise<string | null> {
  let taken: number[] = [];
  const areFree = async (): Promise<boolean> => (taken = await takenPorts([...needed.keys()])).length === 0;
  await waitUntil(areFree, { timeoutMs: wasKilled ? portPatienceMs : 0, isHopeless: () => false, pauseMs: 200 });
  if (taken.length === 0) return null;
  const names = taken.map((port) => `${port} (${needed.get(port)})`).join(', ');
  const [first] = taken;
  return `${taken.length === 1 ? `Port ${names} is` : `Ports ${names} are`} taken: stop what listens there (\`lsof -i :${first}\` names it), or start with other ports, \`npm start -- --port 4000\`.`;
}

interface ExternalServer {
  setting: string;
  host: string;
  port: number;
}

function externalServers({ external }: StartSettings): ExternalServer[] {
  const fromUrl = (setting: string, url: string, defaultPort: number): ExternalServer => {
    const { hostname, port } = new URL(url);
    return { setting, host: hostname, port: Number(port || defaultPort) };
  };
  return [
    ...Object.entries(external.databases).map(([service, url]) =>
      fromUrl(`DATABASE_URL_${service.toUpperCase().replaceAll('-', '_')}`, url, 5432),
    ),
    ...(external.kafkaBrokers?.split(',').slice(0, 1) ?? []).map((broker) =>
      fromUrl('KAFKA_BROKERS', `tcp://${broker}`, 9092),
    ),
    ...(external.redisUrl === null ? [] : [fromUrl('REDIS_URL', external.redisUrl, 6379)]),
  ];
}

function unreachableFault({ setting, host, port }: ExternalServer): Promise<string | null> {
  return new Promise((resolve) => {
    const fault = `${setting}: nothing answers at ${host}:${port}; start that server, or leave the setting out to have one embedded.`;
    const socket = connect({ host, port, timeout: 3000 })
      .once('connect', () => (socket.destroy(), resolve(null)))
      .once('timeout', () => (socket.destroy(), resolve(fault)))
      .once('error', () => resolve(fault));
  });
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
