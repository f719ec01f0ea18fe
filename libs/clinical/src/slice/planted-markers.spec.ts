import {
  type PartnerRole,
  partnerRoles,
  planDocument,
  type PlanDocument,
  type SliceName,
  sliceNames,
} from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { assessImpact } from '../impact/assess-impact.js';
import { currentRuleset } from '../impact/current-ruleset.js';
import { fullPlan } from '../testing/full-plan.js';
import { sliceFor } from './slice-for.js';

const on = new Date('2027-04-06T13:00:00Z');
const patient = {
  patientId: 'b7f2c6de-5f0e-4f0f-9a43-3c1d0f1f6a01',
  recordNumber: 'TL-7',
  name: { given: 'Ada', family: 'Lind' },
  birthDate: '1980-01-01',
  contactLanguage: 'en',
};

/** Words of an author: whatever is not one of a few known codes, dates and links. */
const isAuthorsText = (key: string, value: string): boolean =>
  ['text', 'question', 'reason', 'cause', 'label', 'summary', 'finding', 'effect', 'mriText', 'instructions', 'then']
    .concat(['notes', 'owner', 'by', 'decidedBy', 'clearedBy', 'prescriber', 'cautionNote', 'site', 'occupation'])
    .concat(['statusReason', 'ifBenefit', 'ifNoBenefit', 'display', 'frequency', 'limits', 'agent'])
    .includes(key) && !/^\d{4}-\d\d/.test(value);

/** Every text of the plan replaced by the path it stands at, so that whatever leaves says where it came from. */
function planted(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) return value.map((item, index) => planted(item, `${path}_${index}`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const here = `${path}_${key}`;
      return [key, typeof inner === 'string' && isAuthorsText(key, inner) ? `MARK${here}` : planted(inner, here)];
    }),
  );
}

const plan = (): PlanDocument => planDocument.parse(planted(fullPlan()));

const marksIn = (value: unknown): string[] => [
  ...new Set([...JSON.stringify(value).matchAll(/MARK_(\w+)/g)].map(([, path]) => path?.replace(/_\d+/g, '[]') ?? '')),
];

const only = (role: PartnerRole, slice: SliceName): unknown =>
  sliceFor({ role, slices: [slice], document: plan(), version: 1, patient, on })[slice];

/** Which texts of an author each slice may hold, and no other. */
const allowed: Record<SliceName, readonly string[]> = {
  identity: [],
  rehab: [
    ...['diagnoses[]_text', 'rehab[]_progression_then', 'targets[]_label'],
    ...['patientContext_workGoal_text', 'patientContext_lifeGoal_text'],
  ],
  'sedation-notice': [],
  'variation-notice': [],
  'safety-notice': [],
  'structural-notice': ['diagnoses[]_structuralRisk_limits'],
  pelvic: ['diagnoses[]_text', 'diagnoses[]_question', 'targets[]_label'],
  work: [],
  device: ['patientContext_implantedDevices[]_mriText'],
  procedure: ['diagnoses[]_text'],
  medication: [
    ...['diagnoses[]_text', 'medications[]_ingredient_display', 'medications[]_frequency'],
    ...['medications[]_stopReason_effect', 'patientContext_allergies_items[]_text'],
  ],
  opioid: ['medications[]_ingredient_display'],
  'taper-dates': [],
  oncology: [
    ...['diagnoses[]_text', 'diagnoses[]_structuralRisk_limits', 'imaging[]_summary'],
    ...['medications[]_ingredient_display', 'medications[]_frequency', 'medications[]_stopReason_effect'],
  ],
  imaging: ['imaging[]_reason'],
  surgical: [
    ...['diagnoses[]_text', 'diagnoses[]_structuralRisk_limits', 'deficits[]_text', 'imaging[]_summary'],
    'targets[]_label',
  ],
  headache: [
    ...['diagnoses[]_text', 'medications[]_ingredient_display', 'medications[]_frequency'],
    'medications[]_stopReason_effect',
  ],
  'behavioral-request': ['targets[]_label'],
  'behavioral-status': [],
  role: [],
};

describe.each(sliceNames)('slice %s', (slice) => {
  it.each(partnerRoles)('holds for %s only the texts it may', (role) => {
    const others = marksIn(only(role, slice) ?? {}).filter((path) => !allowed[slice].includes(path));
    expect(others).toEqual([]);
  });
});

describe('no slice', () => {
  const everything = partnerRoles.map((role) =>
    JSON.stringify(sliceFor({ role, slices: [...sliceNames], document: plan(), version: 1, patient, on })),
  );

  it.each([
    'notes',
    'owner',
    'override',
    'decidedBy',
    'clearedBy',
    'prescriber',
    'cautionNote',
    'statusReason',
    'cause',
  ])('says what stands in %s', (word) => {
    for (const text of everything) expect(text).not.toMatch(new RegExp(`MARK_\\w*${word}`));
  });

  it('tells of a behavioral item but those for behavioral health', () => {
    const others = sliceNames.filter((name) => !name.startsWith('behavioral'));
    for (const role of partnerRoles) {
      const slices = role === 'behavioral-health' ? others.filter((name) => name !== 'role') : others;
      const text = JSON.stringify(sliceFor({ role, slices, document: plan(), version: 1, patient, on }));
      expect(text).not.toMatch(/pre.implant.evaluation|behavioral|clearance/);
    }
  });
});

describe('what is asked of a role', () => {
  const impact = assessImpact({
    history: [{ version: 1, document: plan(), publishedAt: on }],
    members: partnerRoles.map((role) => ({
      memberId: role,
      role,
      partnerId: 'clinic',
      engagedFor: [],
      acknowledgedVersion: 0,
      joinedAt: on,
      calendar: defaultCalendar('America/New_York'),
    })),
    clinicCalendar: defaultCalendar('America/New_York'),
    ruleset: currentRuleset,
  });

  it.each(impact.partners.map(({ role, asks }) => ({ role, asks })))(
    'says to $role no word of its own accord',
    ({ asks }) => {
      const sentences = marksIn(asks.map(({ reason, text }) => ({ reason, text })));
      const never =
        /notes|owner|override|decidedBy|clearedBy|prescriber|cautionNote|statusReason|restrictions\[\]_cause/;
      expect(sentences.filter((path) => never.test(path))).toEqual([]);
    },
  );

  it('names a medicine only to those who may read the medicines', () => {
    const readers = ['pharmacy', 'primary-care', 'oncology', 'palliative-care', 'neurology'];
    for (const { role, asks } of impact.partners.filter((one) => !readers.includes(one.role))) {
      const text = JSON.stringify(asks.map((ask) => [ask.reason, ask.text]));
      expect({ role, text }).toEqual({ role, text: expect.not.stringMatching(/MARK_medications/) });
    }
  });
});

describe('the end of an urgent review', () => {
  const flag = (kind: string, more: object): PlanDocument =>
    planDocument.parse({
      redFlags: [
        {
          id: 'g1',
          kind: kind as never,
          region: 'T8',
          observedAt: '2027-04-06T08:00:00-04:00',
          status: 'active',
          ...more,
        },
      ],
    });
  const toldTo = (role: PartnerRole, kind: string): string => {
    const calendar = defaultCalendar('America/New_York');
    const { partners } = assessImpact({
      history: [
        { version: 1, document: flag(kind, {}), publishedAt: on },
        { version: 2, document: flag(kind, { status: 'cleared', finding: 'MARK_finding' }), publishedAt: on },
      ],
      members: [
        { memberId: role, role, partnerId: 'clinic', engagedFor: [], acknowledgedVersion: 1, joinedAt: on, calendar },
      ],
      clinicCalendar: calendar,
      ruleset: currentRuleset,
    });
    return partners.flatMap(({ memberId, asks }) => (memberId ? asks.map(({ reason }) => reason) : [])).join();
  };

  it.each(['fracture', 'cancer-history-pain'])('tells therapy that it ended and not what was found: %s', (kind) => {
    expect(toldTo('physical-therapy', kind)).toBe('The urgent review ended.');
  });

  it('tells what was found to those who treat it', () => {
    expect(toldTo('oncology', 'cancer-history-pain')).toContain('MARK_finding');
  });
});
