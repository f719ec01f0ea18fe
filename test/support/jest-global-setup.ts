/** Real servers for the tests that need them: those of the environment, or embedded ones that live as long as the run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../tools/embedded/ports.ts';
import { startServers } from '../../tools/embedded/servers.ts';
import { openState } from '../../tools/embedded/state.ts';

declare global {
  var stopTestServers: (() => Promise<void>) | undefined;
}

export default async function setUp(): Promise<void> {
  const has = (name: string): boolean => Boolean(process.env[name]);
  const wanted = { postgres: !has('ADMIN_DATABASE_URL'), kafka: !has('KAFKA_BROKERS'), redis: !has('REDIS_URL') };
  if (!Object.values(wanted).some(Boolean)) return;
  const [postgres = 0, kafka = 0, kafkaController = 0, redis = 0] = await freePorts(4);
  const state = openState(mkdtempSync(join(tmpdir(), 'throughline-test-')));
  const servers = await startServers(state, {
    ports: { postgres, kafka, kafkaController, redis },
    isDurable: false,
    // The tests make the databases they need.
    postgres: wanted.postgres,
    databases: [],
    kafka: wanted.kafka,
    redis: wanted.redis,
  });
  Object.assign(process.env, servers.env);
  globalThis.stopTestServers = async () => {
    await servers.stop();
    rmSync(state.folder, { recursive: true, force: true });
  };
}
