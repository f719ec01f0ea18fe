/**
 * `npm start`, after the bootstrap: brings up the whole system, keeps it running, and stops it in order. One line per step;
 * the last line of the start is the address.
 */
import { checkRequirements } from './supervisor/requirements.ts';
import { type Lock, emptyState, lockState, openState, type State } from './embedded/state.ts';
import { killEverything, StartFailure, stopEverything } from './embedded/processes.ts';
import { print } from './supervisor/output.ts';
import { seed } from './supervisor/seeding.ts';
import { readStartSettings, type StartSettings } from './supervisor/settings.ts';
import { System } from './supervisor/system.ts';
import { watchSources } from './supervisor/watch.ts';

/** Ctrl-C reaches us from the terminal and again through npm: within this time it is one and the same. */
const sameKeyMs = 1000;
const parentPollMs = 500;
const interruptedCode = 130;

/** Resolves with the reason when we are asked to end: by signal, or because whoever started us is gone. */
function whenAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const ask = (reason: string): void => {
      const isAgain = firstAt !== undefined && performance.now() - firstAt > sameKeyMs;
      firstAt ??= performance.now();
      // Asked twice: no more waiting.
      if (isAgain) {
        killEverything();
        process.exit(interruptedCode);
      }
      resolve(reason);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent && firstAt === undefined) ask('whoever started this is gone');
    }, parentPollMs).unref();
    // The terminal is gone, and with it whoever reads.
    for (const stream of [process.stdout, process.stderr])
      stream.on('error', () => firstAt === undefined && ask('nobody reads the output'));
  });
}

interface Run {
  settings: StartSettings;
  state: State;
  lock: Lock;
}

/** Resolves with what ends the watch, which does nothing when nothing is watched. */
async function bringUp(system: System, { settings, state, lock }: Run): Promise<() => void> {
  await checkRequirements(settings, lock.wasKilled);
  if (settings.isReset) emptyState(state);
  await system.start();
  await seed(settings);
  const endWatch = settings.watched.length > 0 ? watchSources(system, settings.watched) : () => undefined;
  printWelcome(settings);
  return endWatch;
}

function printWelcome(settings: StartSettings): void {
  const url = `http://127.0.0.1:${settings.ports.apps.gateway}`;
  const option = settings.ports.apps.gateway === 3000 ? '' : ` --url ${url}`;
  print('');
  if (settings.external.oidcIssuer === null) {
    print(`Sign in with a bearer token: npm run --silent token -- WHO${option}, where WHO is`);
    for (const [who, what] of whoCanSignIn) print(`  ${who.padEnd(24)}${what}`);
  }
  print(`The whole API, to try out: ${url}/api/docs`);
  print(`Throughline is ready at ${url}`);
}

const whoCanSignIn = [
  ['physician', 'Dr. Paul Lindqvist: writes and publishes plans'],
  ['coordinator', 'Carmen Ortiz: follows handoffs, referrals and appointments'],
  ['partner:pt-north', 'the front desk of a partner; any slug of the directory'],
  ['administrator', 'Ada Novak: partner directory, the clock'],
  ['operator', 'Omar Haddad: messaging'],
] as const;

async function main(): Promise<number> {
  const asked = whenAskedToStop();
  const settings = readStartSettings(process.argv.slice(2), process.env);
  const state = openState(settings.stateFolder);
  const lock = lockState(state);
  const system = new System(settings, state);
  try {
    const starting = bringUp(system, { settings, state, lock });
    const outcome = await Promise.race([starting, asked]);
    if (typeof outcome === 'function') {
      const reason = await asked;
      outcome();
      print(`\nStopping (${reason})`);
      return 0;
    }
    // What is under way fails now, because nothing may start any more.
    starting.catch(() => undefined);
    print(`\nInterrupted (${outcome}), stopping`);
    return interruptedCode;
  } catch (error) {
    // Before the stop: that is what the person wants to read.
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await system.stop();
    await stopEverything();
    lock.release();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
process.exit();
