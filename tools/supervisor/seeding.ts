import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spawnGuarded, StartFailure } from '../embedded/processes.ts';
import { repositoryRoot } from '../embedded/state.ts';
import { printNotice, printStep } from './output.ts';
import type { StartSettings } from './settings.ts';

/** The partner directory always; the case sketches unless they are not wanted. What is there stays as it is. */
export async function seed(settings: StartSettings): Promise<void> {
  const script = join(repositoryRoot, 'tools/seed.ts');
  if (!existsSync(script)) return;
  if (settings.external.oidcIssuer !== null) {
    printNotice('seed', 'left out: with OIDC_ISSUER set, nobody here can sign in without a password');
    return;
  }
  const begin = performance.now();
  const url = `http://127.0.0.1:${settings.ports.apps.gateway}`;
  const args = [script, '--url', url, ...(settings.isSeeded ? [] : ['--directory-only'])];
  const child = await spawnGuarded(process.execPath, args, {
    name: 'seed',
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, OIDC_ISSUER: `http://127.0.0.1:${settings.ports.apps.identity}` },
  });
  let output = '';
  for (const stream of [child.child.stdout, child.child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child.child, 'close');
  if (child.child.exitCode !== 0) throw new StartFailure(`The seed failed:\n${output.trimEnd()}`);
  printStep(settings.isSeeded ? 'seed' : 'directory', (performance.now() - begin) / 1000);
}
