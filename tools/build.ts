/**
 * `npm run build`: compiles apps/ and libs/ to dist/ with the same tree, only what changed. Types are the type check's
 * business (`npm run check`); `#library` imports are resolved by Node itself through package.json.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Options, transform, version } from '@swc/core';
import { buildWeb } from './build-web.ts';
import { cacheFolder, repositoryRoot } from './embedded/state.ts';

const roots = ['apps', 'libs'];
const outputRoot = join(repositoryRoot, 'dist');
const manifestPath = join(cacheFolder, 'build.json');
const skippedFolders = new Set(['node_modules', 'test', '__snapshots__']);
const skippedFiles = /\.spec\.ts$|\.(int|e2e)-spec\.ts$|\.d\.ts$|\.md$|^\./;

export interface BuildResult {
  /** Sources that were compiled or copied, and those whose output was removed; relative to the repository. */
  changed: string[];
  faults: string[];
  total: number;
}

interface Manifest {
  compiler: string;
  /** Source -> what it looked like when it was built. */
  built: Record<string, string>;
}

export async function build(): Promise<BuildResult> {
  const options = JSON.parse(readFileSync(join(repositoryRoot, '.swcrc'), 'utf8')) as Options;
  const compiler = createHash('sha256').update(version).update(JSON.stringify(options)).digest('hex');
  const known = readManifest(compiler);
  const sources = roots
    .flatMap((root) => listFiles(root, skippedFolders))
    .filter((path) => !skippedFiles.test(nameOf(path)) && !path.startsWith('apps/web/'));
  const web = buildWeb();
  const built: Record<string, string> = {};
  const faults: string[] = [];
  const changed: string[] = [];
  await Promise.all(
    sources.map(async (source) => {
      const look = lookOf(source);
      if (known.built[source] === look && existsSync(outputOf(source))) {
        built[source] = look;
        return;
      }
      try {
        await buildFile(source, options);
        built[source] = look;
        changed.push(source);
      } catch (error) {
        faults.push(`${source}: ${faultOf(error)}`);
      }
    }),
  );
  const removed = removeStale(sources, known);
  const { isBuilt, fault } = await web;
  if (isBuilt) changed.push('apps/web');
  if (fault !== null) faults.push(fault);
  mkdirSync(cacheFolder, { recursive: true });
  replaceFile(manifestPath, JSON.stringify({ compiler, built } satisfies Manifest));
  return { changed: [...changed, ...removed].sort(), faults, total: sources.length };
}

/** The compiler's words, without its own stack. */
const faultOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n\nCaused by:')[0]?.trim() ?? '';

async function buildFile(source: string, options: Options): Promise<void> {
  const output = outputOf(source);
  mkdirSync(dirname(output), { recursive: true });
  const text = readFileSync(join(repositoryRoot, source));
  if (!source.endsWith('.ts')) {
    replaceFile(output, text);
    return;
  }
  const { code, map } = await transform(text.toString('utf8'), {
    ...options,
    swcrc: false,
    filename: join(repositoryRoot, source),
    sourceFileName: join(repositoryRoot, source),
    sourceMaps: true,
  });
  if (map) replaceFile(`${output}.map`, map);
  replaceFile(output, `${code}\n//# sourceMappingURL=${nameOf(output)}.map\n`);
}

/** Whoever reads it meanwhile gets the old one or the new one, whole. */
function replaceFile(path: string, content: string | Buffer): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** Outputs whose source is gone. */
function removeStale(sources: readonly string[], known: Manifest): string[] {
  const wanted = new Set(
    sources.map(outputOf).flatMap((output) => (output.endsWith('.js') ? [output, `${output}.map`] : [output])),
  );
  for (const path of roots.flatMap((root) => listFiles(join('dist', root), new Set()))) {
    const absolute = join(repositoryRoot, path);
    if (!wanted.has(absolute) && !/\.\d+$/.test(path)) rmSync(absolute, { force: true });
  }
  const present = new Set(sources);
  return Object.keys(known.built).filter((source) => !present.has(source));
}

function readManifest(compiler: string): Manifest {
  const none = { compiler, built: {} };
  if (!existsSync(manifestPath)) return none;
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
  return manifest.compiler === compiler ? manifest : none;
}

function lookOf(source: string): string {
  const { mtimeMs, size } = statSync(join(repositoryRoot, source));
  return `${mtimeMs}:${size}`;
}

const outputOf = (source: string): string => join(outputRoot, source.replace(/\.ts$/, '.js'));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function listFiles(folder: string, skipped: ReadonlySet<string>): string[] {
  const absolute = join(repositoryRoot, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(path, skipped);
    return entry.isFile() ? [path] : [];
  });
}

if (import.meta.main) {
  const begin = performance.now();
  const { changed, faults, total } = await build();
  for (const fault of faults) console.error(fault);
  console.log(`${changed.length} of ${total} files built in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  if (faults.length > 0) process.exitCode = 1;
}
