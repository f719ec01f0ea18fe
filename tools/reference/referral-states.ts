/** The page about the referral loop, drawn from the table that the services obey. */
import { eventNeeds, type LoopEvent, referralInFhir, referralServiceLevels, referralTable } from '#clinical';
import { declineCodes, referralEvents, referralStates, type ReferralState } from '#contracts';

type Cell = [event: LoopEvent, to: string, by: string, only: string];

const words = (condition: string | undefined): string => condition?.replaceAll('-', ' ') ?? '';

const cellsOf = (state: ReferralState): Cell[] =>
  Object.entries(referralTable[state]).map(([event, { to, by, only }]) => [
    event as LoopEvent,
    to,
    by.join(', '),
    words(only),
  ]);

const shapeOf = (state: string): string => state.replaceAll('-', '_');

/** One arrow for all events that lead from one state to another. */
function picture(): string {
  const arrows = referralStates.flatMap((state) => {
    const byTarget = new Map<string, string[]>();
    for (const [event, to] of cellsOf(state)) {
      if (to === 'stays' || to === 'before' || to === 'entered-in-error' || to === state) continue;
      byTarget.set(to, [...(byTarget.get(to) ?? []), event]);
    }
    return [...byTarget].map(([to, events]) => `  ${shapeOf(state)} --> ${shapeOf(to)}: ${events.join(', ')}`);
  });
  const names = referralStates.map((state) => `  state "${state}" as ${shapeOf(state)}`);
  const ends = referralStates.filter((state) =>
    cellsOf(state).every(([, to]) => to === 'stays' || to === 'entered-in-error'),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    '  [*] --> draft',
    ...arrows,
    ...ends.map((state) => `  ${shapeOf(state)} --> [*]`),
    '```',
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const clocksOf = (state: ReferralState): string =>
  referralServiceLevels.clocks
    .filter(({ runs }) => runs.includes(state))
    .map(({ id }) => id)
    .join(', ');

const list = (fields: readonly string[]): string => fields.map((field) => `\`${field}\``).join(', ');

const steps = (): string =>
  table(
    ['state', 'event', 'leads to', 'who may', 'only when'],
    referralStates.flatMap((state) => cellsOf(state).map((cell) => [state, ...cell])),
  );

const needs = (): string =>
  table(
    ['event', 'needs', 'may have'],
    referralEvents.map((event) => [event, list(eventNeeds[event].needs), list(eventNeeds[event].may)]),
  );

const families = (): string =>
  Object.entries(declineCodes)
    .map(([family, codes]) => `${family} (${codes.join(', ')})`)
    .join('; ');

const inFhir = (): string =>
  table(
    ['state', 'Task', 'ServiceRequest', 'Appointment', 'clocks'],
    referralStates.map((state) => {
      const { task, serviceRequest, appointment } = referralInFhir[state];
      return [state, task, serviceRequest, appointment ?? '', clocksOf(state)];
    }),
  );

const clocks = (): string =>
  table(
    ['clock', 'runs in', 'from', 'calendar', 'routine', 'urgent', 'same day', 'emergency', 'ladder'],
    referralServiceLevels.clocks.map(({ id, runs, pauses, from, in: whose, within, ladder }) => [
      id,
      runs.join(', ') + (pauses.length > 0 ? `; stops in ${pauses.join(', ')}` : ''),
      ...[from, whose, within.routine, within.urgent, within['same-day'], within.emergency],
      ladder.map(({ after, tell, event }) => `${after >= 0 ? '+' : ''}${after} ${event ?? tell}`).join(', '),
    ]),
  );

export const referralStatesPage = (): string => `# The states of a referral

Drawn by \`npm run generate\` from \`libs/clinical/src/referral/referral-table.ts\` and \`libs/clinical/service-levels/referral.yaml\`: what the services obey.
The story behind it is in [the guide](../guides/referral-loop.md). A pause (\`resume\`) leads back to where it began; every state but the last ones can be
entered in error; both are left out of the picture.

${picture()}

## Every step

\`stays\`: what has ended remains what it is; reopening it, or handing it over, makes a new referral that names it.

${steps()}

## What comes with an event

${needs()}

A decline names its family, and may name a code of it: ${families()}.

## In FHIR

${inFhir()}

## Clocks

Business days (bd) of whoever has to move, its same day (sd), or hours (h). The ladder says who hears, so many business days after the moment.

${clocks()}
`;
