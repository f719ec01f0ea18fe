/** The browser's part, built by Vite into dist/web when something of it changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, repositoryRoot } from './embedded/state.ts';

const stampPath = join(cacheFolder, 'web-build');
const indexPath = join(repositoryRoot, 'dist/web/index.html');

/** Returns what is wrong, or null; and whether anything was built. */
export async function buildWeb(): Promise<{ isBuilt: boolean; fault: string | null }> {
  const look = lookOf(['apps/web', 'package-lock.json']);
  if (existsSync(indexPath) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === look)
    return { isBuilt: false, fault: null };
  const vite = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '-c', 'apps/web/vite.config.ts', '--logLevel', 'warn'],
    { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  let said = '';
  for (const stream of [vite.stdout, vite.stderr]) stream.on('data', (text: Buffer) => (said += text.toString('utf8')));
  const [code] = (await once(vite, 'close')) as [number | null];
  if (code !== 0) return { isBuilt: false, fault: `apps/web: ${said.trim()}` };
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampPath, look);
  return { isBuilt: true, fault: null };
}

function lookOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const { mtimeMs, size, isDirectory } = statOf(path);
    if (isDirectory)
      readdirSync(join(repositoryRoot, path))
        .sort()
        .forEach((name) => add(`${path}/${name}`));
    else hash.update(`${path}:${mtimeMs}:${size}\n`);
  };
  paths.forEach(add);
  return hash.digest('hex');
}

function statOf(path: string): { mtimeMs: number; size: number; isDirectory: boolean } {
  const stat = statSync(join(repositoryRoot, path));
  return { mtimeMs: stat.mtimeMs, size: stat.size, isDirectory: stat.isDirectory() };
}
