import type { PlanVersion, TeamStatus } from '#contracts';
import type { CareCase, CaseStep } from '../../test/cases/case.ts';
import type { Observed } from '../../test/cases/story.ts';
import type { Reporter } from '../../test/support/case-player.ts';

const zone = 'America/New_York';
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const spoken = (code: string): string => code.replaceAll('-', ' ');

/** Tells a case line by line: the change, who was told, why, due when, who acknowledged, who is stale. */
export class StoryTeller implements Reporter {
  private told = '';
  private readonly print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  begin(careCase: CareCase): void {
    this.print(`\n${careCase.id}  ${careCase.title}`);
    const team = careCase.team.map(
      ({ role, partner, status }) => `${spoken(role)}: ${partner}${status === 'proposed' ? ' (proposed)' : ''}`,
    );
    this.print(`    team: ${team.join('; ')}`);
  }

  step(step: CaseStep, at: string): void {
    const when = `day ${String(step.day).padStart(3)}  ${clock.format(new Date(at))}`;
    this.print(`  ${when}  ${describe(step)}`);
  }

  published({ changes, routing }: PlanVersion, told: readonly Observed[]): void {
    for (const { text } of changes) this.print(`        change     ${text}`);
    for (const row of told) {
      const whom = row.partner ?? (isDesk(row.to) ? `${row.to} desk` : 'nobody yet');
      this.print(
        `        told       ${spoken(row.to)} (${whom}), ${row.urgency}, due ${clock.format(new Date(row.dueAt))}  [${row.rules.join(' ')}]`,
      );
      for (const reason of row.reasons) this.print(`                   “${reason}”`);
    }
    if (told.length === 0) this.print('        told       nobody');
    const alone = routing?.unaffected.map(({ role, partnerId }) => `${spoken(role)} (${partnerId})`) ?? [];
    if (alone.length > 0) this.print(`        not told   ${alone.join(', ')}`);
  }

  team({ members }: TeamStatus): void {
    const lines = members
      .filter(({ status }) => status === 'active')
      .map(({ partnerId, acknowledgedVersion, state, behind }) =>
        state === 'stale'
          ? `${partnerId} works from v${acknowledgedVersion}, behind by ${behind}`
          : state === 'current'
            ? `${partnerId} current (v${acknowledgedVersion})`
            : `${partnerId} unaffected`,
      );
    const line = `        team       ${lines.join('; ')}`;
    if (line !== this.told) this.print(line);
    this.told = line;
  }

  note(text: string): void {
    this.print(`        ${text}`);
  }
}

const isDesk = (to: string): boolean =>
  ['scheduling', 'authorization', 'physician', 'coordinator', 'patient'].includes(to);

function describe(step: CaseStep): string {
  switch (step.kind) {
    case 'publish':
      return `version ${step.version} is published: ${step.reason}`;
    case 'acknowledge':
      return `${step.partner} acknowledges version ${step.version}`;
    case 'assign':
      return `the coordinator chooses ${step.partner} for ${spoken(step.role)}`;
    case 'complete':
      return `${step.partner} reports back; its part is done`;
    case 'refuse':
      return `the physician tries to publish: ${step.reason}`;
    case 'then':
      return step.title;
  }
}
