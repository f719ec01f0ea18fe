/** The rules as they stand in their YAML files now, compiled or not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadRuleset, type Ruleset } from '#clinical';

const folder = join(import.meta.dirname, '../../libs/clinical/rules');

export const readRules = (): unknown[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as unknown[]);

/** Throws with every fault of schema, ids, covers, words and missing examples. */
export const readRuleset = (): Ruleset => loadRuleset(readRules());
