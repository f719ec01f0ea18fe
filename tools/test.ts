/**
 * `npm test [-- JEST ARGUMENTS]`: the checks that need no server, then every test on servers of its own. The last line counts;
 * each check counts as one test.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.ts';
import { StartFailure } from './embedded/processes.ts';
import { openState, repositoryRoot, cacheFolder } from './embedded/state.ts';
import { checkMachine } from './supervisor/requirements.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Jest's JSON report that we count. */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number;
}

/** A run that hangs is a failure, not a wait. */
const jestLimitMs = 15 * 60 * 1000;
const nodeFlags = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=TimeoutNegativeWarning',
];

async function runJest(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-report-'));
  const reportPath = join(folder, 'report.json');
  const jest = spawn(
    process.execPath,
    [...nodeFlags, 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${reportPath}`, '--forceExit', ...args],
    // With --json the report goes to standard output too; what people read goes to standard error.
    {
      cwd: repositoryRoot,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, FORCE_COLOR: process.stderr.isTTY ? '1' : '0' },
    },
  );
  const stop = (): void => void jest.kill('SIGTERM');
  const limit = setTimeout(stop, jestLimitMs);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  const [code] = (await once(jest, 'exit')) as [number | null];
  clearTimeout(limit);
  const report = existsSync(reportPath) ? (JSON.parse(readFileSync(reportPath, 'utf8')) as JestReport) : null;
  rmSync(folder, { recursive: true, force: true });
  if (!report) {
    console.log(`Jest ended with ${code ?? 'a signal'} and without a report`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    // For example a global setup that failed.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function main(): Promise<number> {
  openState(cacheFolder);
  await checkMachine({ kafka: !process.env['KAFKA_BROKERS'], redis: !process.env['REDIS_URL'], folder: cacheFolder });
  const args = process.argv.slice(2);
  const checks = runChecks();
  const counts = [
    { passed: checks.filter(({ isOk }) => isOk).length, failed: checks.filter(({ isOk }) => !isOk).length, skipped: 0 },
    await runJest(['--selectProjects', 'unit', 'servers', '--passWithNoTests', ...args]),
    await runJest(['--selectProjects', 'system', '--passWithNoTests', '--runInBand', ...args]),
    await runJest(['--selectProjects', 'screens', '--passWithNoTests', '--runInBand', ...args]),
  ];
  const sum = (key: keyof Counts): number => counts.reduce((total, each) => total + each[key], 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
