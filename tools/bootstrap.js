/**
 * `node tools/bootstrap.js [--with-env] SCRIPT [ARGUMENTS]` runs one of our scripts on any machine with Node 20 or later: it
 * installs what package-lock.json names when that is missing or out of date, then hands over to the pinned Node that came
 * with it. With `--with-env`, the settings of the file `.env` hold where the environment has none.
 *
 * Plain JavaScript with nothing but Node, because nothing else is there yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const pinnedNode = 24;
const root = fileURLToPath(new URL('..', import.meta.url));
const lockPath = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stampPath = join(modules, '.throughline-installed');
const nodePath = join(modules, '.bin/node');

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function isInstalled() {
  if (!existsSync(nodePath)) return false;
  const wanted = createHash('sha256').update(readFileSync(lockPath)).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return true;
  // Somebody ran npm by hand.
  const npmRecord = join(modules, '.package-lock.json');
  if (!existsSync(npmRecord) || statSync(npmRecord).mtimeMs < statSync(lockPath).mtimeMs) return false;
  writeFileSync(stampPath, wanted);
  return true;
}

async function install() {
  const begin = Date.now();
  process.stdout.write('Installing the packages (needs the network once) ...\n');
  // Not `npm ci`: it refuses a lock that lacks packages of other platforms, which some registries do not have.
  const how = ['install', '--no-save'];
  const [command, ...before] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const npm = spawn(command, [...before, ...how, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { code, reason } = await ending(npm);
  if (code !== 0)
    fail(
      `The packages could not be installed (${reason}): check the network, then run \`npm ${how.join(' ')}\` to see why.`,
    );
  writeFileSync(stampPath, createHash('sha256').update(readFileSync(lockPath)).digest('hex'));
  process.stdout.write(`+ packages          ${((Date.now() - begin) / 1000).toFixed(1).padStart(5)} s\n`);
}

/** The Node that came with the packages; this one when it is new enough itself (a platform without a packaged Node). */
function nodeToUse() {
  if (existsSync(nodePath) && spawnSync(nodePath, ['--version']).status === 0) return nodePath;
  if (Number(process.versions.node.split('.')[0]) >= pinnedNode) return process.execPath;
  return fail(
    `Node ${pinnedNode} did not come with the packages (npm's ignore-scripts?): run \`npm rebuild node\`, or use Node ${pinnedNode} yourself.`,
  );
}

/**
 * Passes on what we are asked, and takes the child with us when npm is killed, which does not take its scripts with it. The
 * npm scripts say `exec`, so that npm is our parent and no shell stands between.
 */
function ending(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) pass('SIGTERM');
  }, 500);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, reason: error.message }));
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, pass);
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), reason: signal ?? `code ${code}` });
    });
  });
}

async function handOver(args) {
  const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH}` };
  const { code } = await ending(spawn(nodeToUse(), args, { cwd: root, stdio: 'inherit', env }));
  process.exit(code);
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(`Node ${oldestNode} or later is needed, this is ${process.versions.node}: see https://nodejs.org, or use nvm.`);
}
const args = process.argv.slice(2);
const readsEnvFile = args[0] === '--with-env' && args.shift() !== undefined;
if (args.length === 0) fail('Usage: node tools/bootstrap.js [--with-env] SCRIPT [ARGUMENTS]');
if (!isInstalled()) await install();
await handOver(readsEnvFile && existsSync(join(root, '.env')) ? ['--env-file=.env', ...args] : args);
