/**
 * Writes everything that is made from other files: the events' compatibility snapshot, JSON Schemas and AsyncAPI document from the
 * contracts, the ruleset, the pathways and the service levels from their YAML, the picture of the referral loop from its table.
 * `--check` writes nothing and fails when a committed file is out of date.
 * `--print-asyncapi` prints the AsyncAPI document only.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadRuleset } from '#clinical';
import { z } from 'zod';
import {
  asyncApiDocument,
  breakingChanges,
  eventCatalogue,
  eventDataSchema,
  eventSchemas,
  planDocument,
} from '#contracts';
import { type AccessPolicy, accessPolicyTable } from './access-policy.ts';
import { referralStatesPage } from './reference/referral-states.ts';
import { coverageTable } from './rules/coverage.ts';
import { readRules } from './rules/read-rules.ts';

const root = join(import.meta.dirname, '..');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const schemaFolder = 'docs/reference/events';

/** The rules of all YAML files as one constant: `libs/clinical` reads no files. */
const rulesetModule = (rules: readonly unknown[]): string =>
  `// Made from libs/clinical/rules by \`npm run generate\`. Edit the YAML instead.\nexport const ruleSource: readonly unknown[] = ${JSON.stringify(rules, null, 2)};\n`;

/** The pathways of all YAML files as one constant, like the rules. */
function pathwaysModule(): string {
  const folder = join(root, 'libs/clinical/pathways');
  const pathways = readdirSync(folder)
    .sort()
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as unknown);
  return `// Made from libs/clinical/pathways by \`npm run generate\`. Edit the YAML instead.\nexport const pathwaySource: readonly unknown[] = ${JSON.stringify(pathways, null, 2)};\n`;
}

/** The clocks of referrals, like the rules. */
const serviceLevelsModule = (): string => {
  const levels = parse(readFileSync(join(root, 'libs/clinical/service-levels/referral.yaml'), 'utf8')) as unknown;
  return `// Made from libs/clinical/service-levels by \`npm run generate\`. Edit the YAML instead.\nexport const serviceLevelSource: unknown = ${JSON.stringify(levels, null, 2)};\n`;
};

/** The plan document as the editor draws it: the browser gets the shape without the library that checks it. */
const planSchemaModule = (): string =>
  `// Made from libs/contracts by \`npm run generate\`.\nexport const planSchema: unknown = ${JSON.stringify(z.toJSONSchema(planDocument, { io: 'input', unrepresentable: 'any' }), withoutPatterns)};\n`;

/** The server checks; the editor needs kinds, choices and limits only. */
const withoutPatterns = (name: string, value: unknown): unknown =>
  name === 'pattern' || name === '$schema' || name === 'additionalProperties' ? undefined : value;

const rules = readRules();
const files = new Map<string, string>([
  ['apps/web/src/features/plan/model/plan-schema.generated.ts', planSchemaModule()],
  [
    'docs/reference/access-policy.md',
    accessPolicyTable(JSON.parse(read('test/access-policy.json') ?? '{}') as AccessPolicy),
  ],
  ['docs/reference/rule-coverage.md', coverageTable(loadRuleset(rules))],
  ['libs/contracts/snapshot/events.json', json(eventSchemas())],
  ['libs/clinical/src/impact/ruleset.generated.ts', rulesetModule(rules)],
  ['libs/clinical/src/pathway/pathways.generated.ts', pathwaysModule()],
  ['libs/clinical/src/referral/service-levels.generated.ts', serviceLevelsModule()],
  ['docs/reference/referral-states.md', referralStatesPage()],
  ['docs/reference/asyncapi.yaml', stringify(asyncApiDocument(), { aliasDuplicateObjects: false, lineWidth: 120 })],
  ...eventCatalogue.map((definition): [string, string] => [
    `${schemaFolder}/${definition.type}.schema.json`,
    json({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:throughline:event:${definition.type}`,
      title: definition.name,
      description: definition.description,
      ...eventDataSchema(definition),
    }),
  ]),
]);

if (process.argv.includes('--print-asyncapi')) {
  process.stdout.write(files.get('docs/reference/asyncapi.yaml') ?? '');
} else if (process.argv.includes('--check')) {
  const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  const orphans = schemaFiles().filter((path) => !files.has(path));
  if (stale.length + orphans.length > 0) {
    console.error(`Out of date: ${[...stale, ...orphans].join(', ')}\nRun \`npm run generate\` and commit the result.`);
    process.exit(1);
  }
  console.log(`${files.size} generated files are up to date`);
} else {
  refuseBreakingChanges();
  for (const path of schemaFiles()) rmSync(join(root, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${files.size} files written`);
}

/** The snapshot is a promise to everyone who reads our topics: it is never overwritten with less. */
function refuseBreakingChanges(): void {
  const snapshot = JSON.parse(read('libs/contracts/snapshot/events.json') ?? '{}') as Record<string, unknown>;
  const current = eventSchemas();
  const broken = Object.keys(snapshot).flatMap((type) =>
    type in current ? breakingChanges(snapshot[type], current[type], type) : [`${type}: removed`],
  );
  if (broken.length === 0) return;
  console.error(`These changes break existing readers; make a new event version instead:\n  ${broken.join('\n  ')}`);
  process.exit(1);
}

function read(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

function schemaFiles(): string[] {
  try {
    return readdirSync(join(root, schemaFolder)).map((name) => `${schemaFolder}/${name}`);
  } catch {
    return [];
  }
}
