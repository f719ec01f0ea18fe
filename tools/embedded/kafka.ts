/** Apache Kafka as one process: broker and KRaft controller, with the memory and the threads of a small machine. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { getJars, type Jars } from './jars.ts';
import { waitUntil } from './ports.ts';
import { type GuardedProcess, spawnGuarded, StartFailure } from './processes.ts';
import type { State } from './state.ts';

const heap = '384m';
/** Starting fast matters more here than running hot code at its best. */
const javaFlags = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];

export interface EmbeddedKafka {
  process: GuardedProcess;
  brokers: string;
}

export interface KafkaPlace {
  port: number;
  controllerPort: number;
}

export async function startKafka(state: State, place: KafkaPlace): Promise<EmbeddedKafka> {
  const jars = await getJars();
  const run = prepareRun(state, jars, place);
  const logPath = join(state.logs, 'kafka.log');
  const log = openSync(logPath, 'a');
  try {
    await format(run, log, logPath);
    const begin = statSync(logPath).size;
    const kafka = await spawnGuarded('java', [`-Xmx${heap}`, ...run.java, 'kafka.Kafka', run.propertiesPath], {
      name: 'kafka',
      stdio: ['ignore', log, log],
      cwd: state.kafka,
      // Heard while the log is still being recovered, too.
      stopTimeoutMs: 20_000,
    });
    const brokers = `127.0.0.1:${place.port}`;
    const isUp = await waitUntil(async () => hasStarted(logPath, begin), {
      timeoutMs: 90_000,
      isHopeless: kafka.hasEnded,
    });
    if (!isUp) {
      await kafka.stop();
      throw new StartFailure(
        `Kafka did not start: see ${logPath}. A damaged state is emptied by \`npm start -- --reset\`.`,
      );
    }
    return { process: kafka, brokers };
  } finally {
    closeSync(log);
  }
}

interface Run {
  java: string[];
  propertiesPath: string;
  metaPath: string;
  dataFolder: string;
}

function prepareRun(state: State, jars: Jars, place: KafkaPlace): Run {
  const dataFolder = join(state.kafka, 'data');
  const propertiesPath = join(state.kafka, 'server.properties');
  const loggingPath = join(state.kafka, 'log4j2.properties');
  mkdirSync(state.kafka, { recursive: true });
  writeFileSync(propertiesPath, propertiesOf(place, dataFolder));
  writeFileSync(loggingPath, loggingProperties);
  return {
    java: [...javaFlags, `-Dlog4j2.configurationFile=${loggingPath}`, '-cp', jars.kafkaClasspath],
    propertiesPath,
    metaPath: join(dataFolder, 'meta.properties'),
    dataFolder,
  };
}

async function format(run: Run, log: number, logPath: string): Promise<void> {
  if (existsSync(run.metaPath)) return;
  // May begin with a dash, which would be read as another option.
  const clusterId = randomBytes(16).toString('base64url');
  const args = [
    ...run.java,
    'kafka.tools.StorageTool',
    'format',
    `--cluster-id=${clusterId}`,
    '-c',
    run.propertiesPath,
  ];
  const tool = await spawnGuarded('java', args, { name: 'kafka format', stdio: ['ignore', log, log] });
  if (!tool.hasEnded()) await once(tool.child, 'exit');
  if (tool.child.exitCode === 0) return;
  rmSync(run.dataFolder, { recursive: true, force: true });
  throw new StartFailure(`Kafka could not prepare its storage: see ${logPath}.`);
}

/** Listening is not enough: the broker must have become part of its cluster, which it says in its log. */
function hasStarted(logPath: string, from: number): boolean {
  return readFileSync(logPath).subarray(from).includes('Kafka Server started');
}

const propertiesOf = ({ port, controllerPort }: KafkaPlace, dataFolder: string): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': dataFolder,
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 2,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    // One consumer per group at first: there is nobody to wait for.
    'group.initial.rebalance.delay.ms': 0,
    // Tests that kill consumers do not want to wait for the default of six seconds.
    'group.min.session.timeout.ms': 1000,
    // A system that was off for months goes on where it stopped.
    'offsets.retention.minutes': 60 * 24 * 365,
    'num.network.threads': 2,
    'num.io.threads': 3,
    'num.replica.fetchers': 1,
    'background.threads': 2,
    'num.recovery.threads.per.data.dir': 2,
    'log.cleaner.threads': 1,
    // The default takes 128 MB of the heap at once.
    'log.cleaner.dedupe.buffer.size': 2 * 1024 * 1024,
    // How long a broker that was killed counts as alive, and its successor has to wait. The default is nine seconds.
    'broker.session.timeout.ms': 4000,
    'broker.heartbeat.interval.ms': 500,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

const loggingProperties = `status=error
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %p %c{1} %m%n
rootLogger.level=warn
rootLogger.appenderRef.console.ref=console
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=info
`;
