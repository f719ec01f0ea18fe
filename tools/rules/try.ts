import { readFileSync } from 'node:fs';
import { assessImpact, checkPlan, defaultCalendar, diffPlans, type Ruleset } from '#clinical';
import { type Ask, partnerRoles, planDocument, type PlanDocument } from '#contracts';
import { WrongInput } from './wrong-input.ts';

const zone = 'America/New_York';
const calendar = defaultCalendar(zone);
const dayMs = 86_400_000;

function read(path: string): PlanDocument {
  const parsed = planDocument.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.') || 'document'}: ${message}`);
  throw new WrongInput(`${path} is no plan document:\n${faults.join('\n')}`);
}

function parseJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WrongInput(`${path} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongInput(`${path} is not JSON: ${(error as Error).message}`);
  }
}

const dueFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
});

const askLines = (to: string, { ruleId, urgency, dueAt, reason, text }: Ask): string[] => [
  `told       ${to}  [${ruleId}] ${urgency}, by ${dueFormat.format(new Date(dueAt))}`,
  `             ${reason}`,
  `             ${text}`,
];

/**
 * What changed between two documents, and who would be told what at `now`, were every partner role held by somebody who works from the
 * first. In New York's hours.
 */
export function tryRules(
  ruleset: Ruleset,
  paths: { before: string; after: string },
  now: Date,
  print: (line: string) => void,
): void {
  const [before, after] = [read(paths.before), read(paths.after)];
  const changes = diffPlans(before, after);
  for (const { type, text } of changes) print(`change     ${type}: ${text}`);
  if (changes.length === 0) print('change     none: at most words differ');
  for (const { path, message } of checkPlan(after, { previous: before, now }))
    print(`refused    ${path}: ${message} (no such version could be published)`);
  const { partners, desks, unaffected } = assessImpact({
    history: [
      { version: 1, document: before, publishedAt: new Date(now.getTime() - dayMs) },
      { version: 2, document: after, publishedAt: now },
    ],
    members: partnerRoles.map((role) => ({
      memberId: role,
      role,
      partnerId: role,
      engagedFor: [],
      acknowledgedVersion: 1,
      joinedAt: new Date(0),
      calendar,
    })),
    clinicCalendar: calendar,
    ruleset,
  });
  for (const { role, asks } of partners) for (const ask of asks) askLines(role, ask).forEach(print);
  for (const { desk, asks } of desks) for (const ask of asks) askLines(`${desk} desk`, ask).forEach(print);
  print(`not told   ${unaffected.map(({ role }) => role).join(', ') || 'nobody: every partner role is concerned'}`);
}
