import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const root = join(import.meta.dirname, '../..');
const violations = 'test/architecture/violations';

interface Violation {
  from: string;
  rule: { name: string };
}

/** Runs the import rules over some folders; the rules see `base` as the root of the tree. */
function cruise(folders: string[], base = ''): Violation[] {
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/.bin/depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ARCHITECTURE_ROOT: base }, maxBuffer: 256 * 1024 * 1024 },
  );
  if (!run.stdout) throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** Each sample names, in its comment, the rule that must refuse it. */
function samples(): { file: string; rule: string }[] {
  return readdirSync(join(root, violations), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const rule = /\/\/ ([a-z-]+)$/m.exec(readFileSync(join(root, violations, file), 'utf8'))?.[1];
      return rule === undefined ? [] : [{ file: `${violations}/${file}`, rule }];
    });
}

describe('the import rules', () => {
  it('hold in the tree', () => {
    const found = cruise(['apps', 'libs']).map(({ from, rule }) => `${rule.name}: ${from}`);
    expect(found).toEqual([]);
  });

  it('refuse every deliberate violation, each by its own rule', () => {
    const found = new Set(cruise([violations], `${violations}/`).map(({ from, rule }) => `${rule.name}: ${from}`));
    expect(samples().filter(({ file, rule }) => !found.has(`${rule}: ${file}`))).toEqual([]);
  });

  it('each have a sample', () => {
    const config = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
    const rules = [...config.matchAll(/name: '([a-z-]+)'/g)].map((match) => match[1]);
    const sampled = new Set(samples().map(({ rule }) => rule));
    expect(rules.filter((rule) => !sampled.has(rule ?? ''))).toEqual([]);
  });
});
