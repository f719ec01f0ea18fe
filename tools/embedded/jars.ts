/** What Maven brings: Apache Kafka with everything it needs, and a jar that carries Redis binaries. Once per clone. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAlive, spawnGuarded, StartFailure } from './processes.ts';
import { cacheFolder } from './state.ts';
import { readZipEntry } from './unzip.ts';

const redisJar = 'embedded-redis-1.4.3.jar';

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.throughline</groupId>
  <artifactId>embedded-servers</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.1.0</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.24.3</version></dependency>
    <dependency><groupId>com.github.codemonstur</groupId><artifactId>embedded-redis</artifactId><version>1.4.3</version></dependency>
  </dependencies>
</project>
`;

const folder = join(cacheFolder, `jars-${createHash('sha256').update(pom).digest('hex').slice(0, 12)}`);
const redisBinary = join(folder, 'bin/redis-server');

export interface Jars {
  /** For `java -cp`. */
  kafkaClasspath: string;
  redisServer: string;
}

export const areJarsThere = (): boolean => existsSync(redisBinary);

/** Downloads into a folder of its own and renames it when complete: a broken download leaves nothing half done. */
export function getJars(): Promise<Jars> {
  arriving ??= bringJars();
  return arriving;
}

/** Kafka and Redis start side by side and ask at the same time. */
let arriving: Promise<Jars> | undefined;

async function bringJars(): Promise<Jars> {
  if (!areJarsThere()) {
    removeBrokenDownloads();
    const download = `${folder}.${process.pid}`;
    mkdirSync(join(download, 'bin'), { recursive: true });
    writeFileSync(join(download, 'pom.xml'), pom);
    await copyDependencies(download);
    unpackRedis(download);
    // Another start may have been faster; its folder is as good as ours.
    if (areJarsThere()) rmSync(download, { recursive: true, force: true });
    else renameSync(download, folder);
  }
  return { kafkaClasspath: join(folder, 'kafka/*'), redisServer: redisBinary };
}

/** Of starts that were interrupted. */
function removeBrokenDownloads(): void {
  for (const name of existsSync(cacheFolder) ? readdirSync(cacheFolder) : []) {
    const pid = /^jars-.*\.(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}

async function copyDependencies(into: string): Promise<void> {
  const args = [
    '-B',
    '-q',
    '-f',
    join(into, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${join(into, 'kafka')}`,
  ];
  const maven = await spawnGuarded('mvn', args, { name: 'maven', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [maven.child.stdout, maven.child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(maven.child, 'close');
  if (maven.child.exitCode === 0) return;
  const reason = output.split('\n').find((line) => line.includes('ERROR')) ?? output.slice(0, 300);
  rmSync(into, { recursive: true, force: true });
  throw new StartFailure(
    `Maven could not download Kafka and Redis: check the network and \`mvn -v\`, or set KAFKA_BROKERS and REDIS_URL. Maven said: ${reason.trim()}`,
  );
}

/** The newest binary the jar holds for each machine. */
const redisEntries: Record<string, string> = {
  'linux x64': 'redis-server-6.2.6-v5-linux-amd64',
  'linux arm64': 'redis-server-6.2.7-linux-arm64',
  'darwin x64': 'redis-server-6.2.6-v5-darwin-amd64',
  'darwin arm64': 'redis-server-6.2.6-v5-darwin-arm64',
};

function unpackRedis(into: string): void {
  const machine = `${process.platform} ${process.arch}`;
  const jar = join(into, 'kafka', redisJar);
  const entry = redisEntries[machine];
  const binary = entry === undefined ? null : readZipEntry(readFileSync(jar), entry);
  if (!binary) throw new StartFailure(`There is no embedded Redis for ${machine}: set REDIS_URL to one of yours.`);
  const target = join(into, 'bin/redis-server');
  writeFileSync(target, binary);
  chmodSync(target, 0o755);
  rmSync(jar);
}
