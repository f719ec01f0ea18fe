import { readFileSync } from 'node:fs';
import { assessImpact, currentRuleset, defaultCalendar, diffPlans } from '#clinical';
import { partnerRoles, planDocument, type PlanDocument } from '#contracts';

const zone = 'America/New_York';

function read(path: string): PlanDocument {
  const parsed = planDocument.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`);
  throw new Error(`${path} is no plan document:\n${faults.join('\n')}`);
}

/** What changed between two documents, and who would be told what, were every role held by somebody who works from the first. */
export function tryRules(beforePath: string, afterPath: string, now: Date, print: (line: string) => void): void {
  const [before, after] = [read(beforePath), read(afterPath)];
  const calendar = defaultCalendar(zone);
  for (const { type, text } of diffPlans(before, after)) print(`change     ${type}: ${text}`);
  const { partners, desks, unaffected } = assessImpact({
    history: [
      { version: 1, document: before, publishedAt: new Date(now.getTime() - 86_400_000) },
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
    ruleset: currentRuleset,
  });
  const told = [
    ...partners.map(({ role, asks }) => ({ to: role as string, asks })),
    ...desks.map(({ desk, asks }) => ({ to: `${desk} (inside)`, asks })),
  ];
  for (const { to, asks } of told) {
    for (const { ruleId, reason, text, urgency, dueAt } of asks)
      print(`told       ${to}  [${ruleId}] ${urgency}, by ${dueAt}\n             ${reason}\n             ${text}`);
  }
  print(`not told   ${unaffected.map(({ role }) => role).join(', ')}`);
}
