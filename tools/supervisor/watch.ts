/** Rebuilds on save and restarts the services that the change reaches. */
import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from '../build.ts';
import { repositoryRoot } from '../embedded/state.ts';
import { type AppName, appNames } from '../services.ts';
import { printNotice } from './output.ts';
import type { System } from './system.ts';

/** Editors write a file in several steps. */
const settleMs = 150;

/** Returns a function that ends the watch. */
export function watchSources(system: System, watched: readonly AppName[]): () => void {
  const rebuild = oneAtATime(() => rebuildAndRestart(system, watched));
  const watchers: FSWatcher[] = ['apps', 'libs'].map((folder) =>
    watch(join(repositoryRoot, folder), { recursive: true }, () => rebuild()),
  );
  return () => watchers.forEach((watcher) => watcher.close());
}

async function rebuildAndRestart(system: System, watched: readonly AppName[]): Promise<void> {
  await pause(settleMs);
  const { changed, faults } = await build();
  if (faults.length > 0) {
    printNotice('build', `failed, everything runs on as it was\n${faults.join('\n')}`);
    return;
  }
  const names = affectedApps(changed).filter((name) => watched.includes(name) && system.services.has(name));
  if (names.length === 0) return;
  printNotice(
    'build',
    `${changed.length === 1 ? changed[0] : `${changed.length} files`}: restarts ${names.join(', ')}`,
  );
  await Promise.all(names.map(async (name) => system.services.get(name)?.restart()));
  const results = await Promise.allSettled(names.map((name) => system.untilReady(name)));
  for (const result of results)
    if (result.status === 'rejected') printNotice('watch', String((result.reason as Error).message));
  if (results.every(({ status }) => status === 'fulfilled')) printNotice('watch', 'ready');
}

/** A library reaches everybody, a service only itself. */
function affectedApps(changed: readonly string[]): AppName[] {
  if (changed.some((path) => path.startsWith('libs/'))) return [...appNames];
  return appNames.filter((name) => changed.some((path) => path.startsWith(`apps/${name}/`)));
}

/** Calls during a run lead to exactly one more run after it. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isAsked = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isAsked) {
      isAsked = false;
      await work();
    }
    isRunning = false;
  };
  return () => {
    isAsked = true;
    if (!isRunning) void run().catch((error: unknown) => printNotice('watch', String(error)));
  };
}
