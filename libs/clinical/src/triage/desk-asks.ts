import { type BusinessCalendar, type DeskImpact, emptyPlan, type TriageUrgency } from '#contracts';
import { assessImpact } from '../impact/assess-impact.js';
import type { Ruleset } from '../impact/rule.js';
import { type RedFlagKind, triageTable } from './triage-table.js';

interface ReportWithoutVersion {
  kinds: readonly RedFlagKind[];
  urgency: TriageUrgency;
  at: Date;
  calendar: BusinessCalendar;
  ruleset: Ruleset;
}

/**
 * What a report asks of the clinic's desks when no version carries it: there is no plan, or none that goes on, or only an appointment is
 * wanted. The same rules answer, as if the flags were all that a plan says; nobody is looked for to join a team that does not exist.
 */
export function desksForReport({ kinds, urgency, at, calendar, ruleset }: ReportWithoutVersion): DeskImpact[] {
  const isPlanWanted = kinds.some((kind) => triageTable[kind].changesPlan);
  const document = {
    ...emptyPlan,
    redFlags: kinds.map((kind) => ({
      // Named by its kind, so that the same report asks for nothing twice.
      id: `reported-${kind}`,
      kind,
      observedAt: at.toISOString(),
      onset: 'new' as const,
      side: 'n/a' as const,
      level: [],
      neurologicSign: false,
      ...(urgency === 'emergency' ? { emergency: true } : {}),
      status: 'active' as const,
    })),
  };
  const told = new Set(kinds.flatMap((kind) => triageTable[kind].told));
  const { desks } = assessImpact({
    history: [{ version: 1, document, publishedAt: at }],
    members: [],
    clinicCalendar: calendar,
    ruleset,
  });
  return desks
    .map((desk) => ({
      ...desk,
      asks: desk.asks.filter(({ ruleId }) => (isPlanWanted ? ruleId !== 'CO-01' : told.has(ruleId))),
    }))
    .filter(({ asks }) => asks.length > 0);
}
