import type { ChangeType, PlanDocument, Rehab, Restriction } from '#contracts';
import { found, type Found, pairById } from './change-builder.js';
import { dayText, measureText, words } from './change-text.js';
import { isEqual, isEqualBut, isSameSet } from './equal.js';

const isHold = (restriction: Restriction): boolean => restriction.kind.startsWith('hold-');

/** Therapy: the prescription, its dose, program and restrictions. */
export function diffRehab(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.rehab, after.rehab).flatMap(({ before: b, after: a, id }) => {
    const at = { path: 'rehab', itemId: id, before: b, after: a };
    const facts = { discipline: (a ?? b)?.discipline, cause: a?.cause ?? null };
    const name = words((a ?? b)?.discipline ?? '');
    if (!a)
      return b && isRunning(b)
        ? [found('rehab.stopped', at, `${name} stopped`, { ...facts, cause: 'not stated' })]
        : [];
    if (!b) {
      const type = firstRehabType[a.status];
      // The prescription brings its restrictions and targets with it.
      return type ? [found(type, at, `${name} ${a.status === 'active' ? 'prescribed' : words(a.status)}`, facts)] : [];
    }
    if (b.discipline !== a.discipline) return diffDiscipline(b, a, id);
    return diffRehabItem(b, a, at, facts);
  });
}

/** Another discipline is another course: one ends, one begins. */
const diffDiscipline = (b: Rehab, a: Rehab, id: string): Found[] => [
  ...(isRunning(b)
    ? [
        found(
          'rehab.stopped',
          { path: 'rehab', itemId: id, before: b, after: null },
          `${words(b.discipline)} stopped`,
          { discipline: b.discipline, cause: 'not stated' },
        ),
      ]
    : []),
  ...(isRunning(a)
    ? [
        found(
          'rehab.prescribed',
          { path: 'rehab', itemId: id, before: null, after: a },
          `${words(a.discipline)} prescribed`,
          { discipline: a.discipline, cause: a.cause ?? null },
        ),
      ]
    : []),
];

const isRunning = ({ status }: Rehab): boolean => status === 'active' || status === 'held';

const firstRehabType: Record<Rehab['status'], ChangeType | null> = {
  active: 'rehab.prescribed',
  held: 'rehab.held',
  completed: null,
  stopped: null,
};

const rehabStatusType: Record<Rehab['status'], ChangeType> = {
  active: 'rehab.resumed',
  held: 'rehab.held',
  completed: 'rehab.completed',
  stopped: 'rehab.stopped',
};

function diffRehabItem(
  b: Rehab,
  a: Rehab,
  at: { path: string; itemId: string; before: Rehab | null; after: Rehab | null },
  facts: object,
): Found[] {
  const changes: Found[] = [];
  const name = words(a.discipline);
  const qualify = (more: object = {}): Record<string, unknown> => ({ ...facts, ...more });
  if (b.status !== a.status)
    changes.push(found(rehabStatusType[a.status], at, `${name} ${words(a.status)}`, qualify()));
  if (!isEqual(b.dose, a.dose))
    changes.push(
      found(
        'rehab.dose-changed',
        at,
        `Dose of ${name}: ${doseOf(b)} becomes ${doseOf(a)}`,
        qualify({ direction: doseDirection(b, a) }),
      ),
    );
  if (!isSameSet(b.program, a.program))
    changes.push(
      found('rehab.program-changed', at, `Program of ${name}: ${a.program.map(words).join(', ')}`, qualify()),
    );
  if (!isEqualBut(b.progression, a.progression, ['then']))
    changes.push(found('rehab.progression-changed', at, `Progression of ${name} changed`, qualify()));
  return [...changes, ...diffRestrictions(b, a, facts)];
}

export const doseOf = ({ dose }: Pick<Rehab, 'dose'>): string =>
  dose
    ? `${dose.sessionsPerWeek} a week for ${dose.weeks} weeks${dose.intensity ? `, ${dose.intensity} intensity` : ''}`
    : 'no dose stated';

const doseDirection = (b: Rehab, a: Rehab): 'up' | 'down' | 'other' => {
  const [from, to] = [b.dose?.sessionsPerWeek ?? 0, a.dose?.sessionsPerWeek ?? 0];
  return to > from ? 'up' : to < from ? 'down' : 'other';
};

export const restrictionText = (restriction: Restriction): string =>
  [
    words(restriction.kind),
    restriction.kg ? `${restriction.kg} kg` : '',
    restriction.region ? `(${restriction.region})` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** A hold that comes or ends holds or resumes therapy; every other restriction is added, lifted or changed. */
function diffRestrictions(b: Rehab, a: Rehab, facts: object): Found[] {
  return pairById(b.restrictions, a.restrictions).flatMap(({ before, after, id }) => {
    const present = after ?? before;
    if (!present || (before && after && isEqualBut(before, after, ['cause']))) return [];
    const at = { path: 'rehab.restrictions', itemId: id, before, after };
    const qualifiers = {
      ...facts,
      kind: present.kind,
      region: present.region ?? null,
      cause: present.cause ?? null,
      rehabId: a.id,
      stricter: isStricter(before, after),
    };
    const text = restrictionText(present);
    if (!before)
      return [
        found(
          isHold(present) ? 'rehab.held' : 'rehab.restriction-added',
          at,
          `${text} from ${dayText(present.from)}`,
          qualifiers,
        ),
      ];
    if (!after)
      return [found(isHold(present) ? 'rehab.resumed' : 'rehab.restriction-lifted', at, `${text} ended`, qualifiers)];
    return [found('rehab.restriction-changed', at, `${text} until ${dayText(after.until)}`, qualifiers)];
  });
}

const isStricter = (before: Restriction | null, after: Restriction | null): boolean => {
  if (!before || !after) return after !== null;
  if (before.kg !== undefined && after.kg !== undefined && before.kg !== after.kg) return after.kg < before.kg;
  return after.until === 'until-cleared' || (before.until !== 'until-cleared' && after.until >= before.until);
};

const behavioralType: Record<PlanDocument['behavioral'][number]['status'], ChangeType> = {
  requested: 'behavioral.requested',
  engaged: 'behavioral.engaged',
  completed: 'behavioral.completed',
  stopped: 'behavioral.stopped',
};

/** What was completed has ended already, unless it left a clearance that is now gone. */
const isOpenOrAnswered = ({ status, clearance }: PlanDocument['behavioral'][number]): boolean =>
  status === 'requested' || status === 'engaged' || (status === 'completed' && (clearance ?? 'pending') !== 'pending');

export function diffBehavioral(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.behavioral, after.behavioral).flatMap(({ before: b, after: a, id }) => {
    const at = { path: 'behavioral', itemId: id, before: b, after: a };
    const facts = { kind: (a ?? b)?.kind };
    if (!b && a?.status === 'stopped') return [];
    if (!a) return b && isOpenOrAnswered(b) ? [found('behavioral.stopped', at, 'Behavioral item stopped', facts)] : [];
    const changes: Found[] = [];
    const endedFromNothing = !b && (a.status === 'stopped' || a.status === 'completed');
    const isOther =
      b !== null &&
      (b.kind !== a.kind ||
        (b.clearance !== undefined && b.clearance !== 'pending' && (a.clearance ?? 'pending') === 'pending'));
    if (isOther && b.status === a.status)
      changes.push(found('behavioral.requested', at, `${words(a.kind)} is asked for`, facts));
    if (b?.status !== a.status && !endedFromNothing)
      changes.push(found(behavioralType[a.status], at, `${words(a.kind)} ${a.status}`, facts));
    if (b?.clearance !== a.clearance && (a.clearance === 'cleared' || a.clearance === 'not-cleared')) {
      changes.push(
        found(
          a.clearance === 'cleared' ? 'behavioral.cleared' : 'behavioral.not-cleared',
          at,
          `Evaluation: ${words(a.clearance)}`,
          facts,
        ),
      );
    }
    return changes;
  });
}

export function diffLifestyle(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.lifestyle, after.lifestyle).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    const isHistory = (!b || !a) && present?.status !== 'active';
    if (!present || isHistory || (b && a && isEqualBut(b, a, ['text']))) return [];
    const at = { path: 'lifestyle', itemId: id, before: b, after: a };
    return [
      found('lifestyle.changed', at, `Lifestyle: ${words(present.kind)}${a ? '' : ' removed'}`, { kind: present.kind }),
    ];
  });
}

export function diffTargets(before: PlanDocument, after: PlanDocument): Found[] {
  const ignored = ['status', 'baselineDate', 'label'];
  return pairById(before.targets, after.targets).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present) return [];
    const at = { path: 'targets', itemId: id, before: b, after: a };
    const facts = { kind: present.kind, measure: present.measure, trainedBy: present.trainedBy ?? null };
    const text = measureText(present);
    if (!a || a.status === 'abandoned')
      return b?.status === 'open' ? [found('target.removed', at, `Target dropped: ${text}`, facts)] : [];
    const isAgain = b !== null && b.status !== 'open' && a.status === 'open';
    if (!b && a.status === 'met') return [];
    if (!b || isAgain) return [found('target.added', at, `Target: ${text} ${a.baseline} to ${a.target}`, facts)];
    const changes: Found[] = [];
    if (b.status !== 'met' && a.status === 'met')
      changes.push(found('target.met', at, `Target reached: ${text} ${a.target}`, facts));
    if (!isEqualBut(b, a, ignored))
      changes.push(found('target.changed', at, `Target changed: ${text} ${a.baseline} to ${a.target}`, facts));
    return changes;
  });
}
