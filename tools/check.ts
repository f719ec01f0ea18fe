/** `npm run check`: what to run before a commit; also the first part of `npm test`. Everything that needs no server. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from './embedded/state.ts';

export interface CheckResult {
  name: string;
  isOk: boolean;
  seconds: number;
}

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** What did not change since the last time is not looked at again; what is remembered lies beside the other things that only this copy knows. */
const remembered = (name: string): string => join(cacheFolder, 'checks', name);
const typesOf = (project: string, name: string): string[] => [
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  remembered(name),
];

/** In this order: the cheap ones first. Each is one command that says for itself what is wrong. */
const checks: readonly { name: string; command: string; args: string[] }[] = [
  { name: 'build', command: process.execPath, args: ['tools/build.ts'] },
  { name: 'generated files are fresh', command: process.execPath, args: ['tools/generate.ts', '--check'] },
  { name: 'rules', command: process.execPath, args: ['tools/rules.ts', 'check'] },
  {
    name: 'layout',
    command: bin('prettier'),
    args: ['--check', '--log-level=warn', '--cache', '--cache-location', remembered('layout'), '.'],
  },
  { name: 'types', command: bin('tsc'), args: typesOf('.', 'types') },
  { name: 'types of the screens', command: bin('tsc'), args: typesOf('apps/web', 'types-of-screens') },
  {
    name: "types of the screens' tests",
    command: bin('tsc'),
    args: typesOf('test/screens', 'types-of-tests-of-screens'),
  },
  // A rule that looks at types may overlook what another file changed; a fresh clone, as CI has, remembers nothing.
  {
    name: 'lint',
    command: bin('eslint'),
    args: [
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-strategy',
      'content',
      '--cache-location',
      remembered('lint'),
    ],
  },
];

export function runChecks(): CheckResult[] {
  return checks.map(({ name, command, args }) => {
    const start = performance.now();
    const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const result = { name, isOk: run.status === 0, seconds: (performance.now() - start) / 1000 };
    console.log(`${result.isOk ? 'ok  ' : 'FAIL'} ${name} (${result.seconds.toFixed(1)} s)`);
    if (!result.isOk) console.log(`${run.stdout}${run.stderr}`.trimEnd());
    return result;
  });
}

if (import.meta.main) {
  const failed = runChecks().filter(({ isOk }) => !isOk).length;
  process.exit(failed === 0 ? 0 : 1);
}
