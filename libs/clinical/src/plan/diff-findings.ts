import type { ChangeType, Diagnosis, Imaging, PlanDocument } from '#contracts';
import { found, type Found, pairById } from './change-builder.js';
import { words } from './change-text.js';
import { redFlagText } from './red-flag-text.js';
import { isEqual, isEqualBut, isSameSet } from './equal.js';

export const diagnosisText = ({ text, code, group, side, level }: Diagnosis): string =>
  [text ?? (group ? words(group) : code), side === 'n/a' ? '' : side, level.join(', ')].filter(Boolean).join(', ');

/** Confirmation absorbs changes of code, side and level that come with it. Wording is silent. */
export function diffDiagnoses(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.diagnoses, after.diagnoses).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present) return [];
    const at = { path: 'diagnoses', itemId: id, before: b, after: a };
    const facts = diagnosisFacts(present);
    const name = diagnosisText(present);
    if (!a) return b && isLive(b) ? [found('diagnosis.ruled-out', at, `${name} removed`, facts)] : [];
    if (!b) return isLive(a) ? [found('diagnosis.added', at, `${name} added, ${a.status}`, facts)] : [];
    return diffDiagnosis(b, a, at, facts);
  });
}

const isLive = ({ status }: Diagnosis): boolean => status === 'suspected' || status === 'confirmed';

const diagnosisFacts = (diagnosis: Diagnosis): Record<string, unknown> => ({
  group: diagnosis.group ?? null,
  status: diagnosis.status,
  side: diagnosis.side,
  level: diagnosis.level,
  structuralRisk: diagnosis.structuralRisk?.value ?? 'none',
  history: diagnosis.history ?? null,
});

type At = Parameters<typeof found>[1];

const diagnosisStatusType: Record<Diagnosis['status'], ChangeType> = {
  suspected: 'diagnosis.changed',
  confirmed: 'diagnosis.confirmed',
  resolved: 'diagnosis.resolved',
  'ruled-out': 'diagnosis.ruled-out',
};

function diffDiagnosis(b: Diagnosis, a: Diagnosis, at: At, facts: Record<string, unknown>): Found[] {
  const changes: Found[] = [];
  const name = diagnosisText(a);
  const isBack = !isLive(b) && isLive(a);
  if (isBack) changes.push(found('diagnosis.added', at, `${name} is back, ${a.status}`, facts));
  else if (b.status !== a.status)
    changes.push(found(diagnosisStatusType[a.status], at, `${name}: ${words(a.status)}`, facts));
  else if (isMoved(b, a)) {
    changes.push(
      found('diagnosis.changed', at, `${diagnosisText(b)} becomes ${name}`, { ...facts, from: b.code, to: a.code }),
    );
  }
  if (isBack || !isLive(a)) return changes;
  return [...changes, ...diffStructure(b, a, at, facts), ...diffGenerator(b, a, at)];
}

const isMoved = (b: Diagnosis, a: Diagnosis): boolean =>
  b.code !== a.code ||
  b.group !== a.group ||
  b.side !== a.side ||
  !isSameSet(b.level, a.level) ||
  b.region !== a.region ||
  b.history !== a.history;

function diffStructure(b: Diagnosis, a: Diagnosis, at: At, facts: Record<string, unknown>): Found[] {
  if (isEqualBut(b.structuralRisk, a.structuralRisk, ['decidedBy'])) return [];
  const [from, to] = [b.structuralRisk?.value ?? 'none', a.structuralRisk?.value ?? 'none'];
  const text = `Structure${a.structuralRisk?.region ? ` at ${a.structuralRisk.region}` : ''}: ${words(to)}`;
  return [found('diagnosis.structural-risk-changed', at, text, { ...facts, from, to })];
}

const diffGenerator = (b: Diagnosis, a: Diagnosis, at: At): Found[] =>
  b.generator === a.generator
    ? []
    : [
        found('generator.changed', at, `Pain generator: ${words(a.generator ?? 'unknown')}`, {
          from: b.generator ?? null,
          to: a.generator ?? null,
        }),
      ];

export function diffRedFlags(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.redFlags, after.redFlags).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present) return [];
    const at = { path: 'redFlags', itemId: id, before: b, after: a };
    const facts = { kind: present.kind, side: present.side, onset: present.onset };
    const isActive = (a?.status ?? 'cleared') === 'active';
    const wasActive = b?.status === 'active';
    if (isActive && !wasActive) return [found('red-flag.raised', at, `Red flag: ${redFlagText(present.kind)}`, facts)];
    if (!isActive && wasActive)
      return [found('red-flag.cleared', at, `Red flag cleared: ${redFlagText(present.kind)}`, facts)];
    // Another kind, side or place, or a new neurologic sign, is another alarm.
    if (isActive && a && b && !isEqualBut(b, a, ['observedAt', 'clearedBy', 'clearedAt', 'finding', 'urological'])) {
      return [
        found('red-flag.raised', at, `Red flag, revised: ${redFlagText(present.kind)}`, { ...facts, revised: true }),
      ];
    }
    return [];
  });
}

export function diffDeficits(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.deficits, after.deficits).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present || (a && b && isEqualBut(b, a, ['text', 'observedAt']))) return [];
    const progression = a?.progression ?? 'gone';
    const at = { path: 'deficits', itemId: id, before: b, after: a };
    return [
      found('deficit.changed', at, `${words(present.kind)} deficit, ${present.side}: ${progression}`, {
        side: present.side,
        progression,
      }),
    ];
  });
}

export const imagingText = ({ modality, region, side }: Imaging): string =>
  [
    modality === 'mri' || modality === 'ct' ? modality.toUpperCase() : words(modality),
    'of',
    side === 'n/a' ? '' : side,
    region,
  ]
    .filter(Boolean)
    .join(' ');

export function diffImaging(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.imaging, after.imaging).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present) return [];
    const at = { path: 'imaging', itemId: id, before: b, after: a };
    const { modality, urgency, contrast, changesDiagnosis, incidentalFinding } = present;
    const facts = { modality, urgency, contrast, changesDiagnosis, incidentalFinding };
    const name = imagingText(present);
    const isOpen = (study: Imaging | null): boolean => study?.status === 'ordered' || study?.status === 'scheduled';
    if (!a || a.status === 'cancelled')
      return isOpen(b) ? [found('imaging.cancelled', at, `${name} cancelled`, facts)] : [];
    if (a.status === 'resulted') {
      const isSame =
        b?.status === 'resulted' &&
        b.changesDiagnosis === a.changesDiagnosis &&
        b.incidentalFinding === a.incidentalFinding;
      return isSame ? [] : [found('imaging.resulted', at, `${name} reported`, facts)];
    }
    if (!isOpen(b)) return [found('imaging.ordered', at, `${name} ordered`, facts)];
    const silent = [
      'status',
      'summary',
      'scheduledAt',
      'reason',
      'changesDiagnosis',
      'incidentalFinding',
      'by',
      'diagnosisId',
    ];
    return b && isEqualBut(b, a, silent)
      ? []
      : [found('imaging.changed', at, `${name} changed`, { ...facts, urgencyRose: b?.urgency !== a.urgency })];
  });
}

export function diffReferralsNeeded(before: PlanDocument, after: PlanDocument): Found[] {
  return pairById(before.referralsNeeded, after.referralsNeeded).flatMap(({ before: b, after: a, id }) => {
    const present = a ?? b;
    if (!present || (b && a && isEqual(b, a))) return [];
    const type: ChangeType = !a ? 'referral.withdrawn' : b ? 'referral.changed' : 'referral.needed';
    const at = { path: 'referralsNeeded', itemId: id, before: b, after: a };
    return [
      found(type, at, `${words(present.role)}: ${present.question}`, {
        role: present.role,
        requiredByPayer: present.requiredByPayer,
      }),
    ];
  });
}
