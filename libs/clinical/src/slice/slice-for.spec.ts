import {
  type PartnerRole,
  partnerRoles,
  planDocument,
  type PlanDocument,
  type PlanDocumentInput,
  sliceNames,
} from '#contracts';
import { b1BoneMetastasis, wordsHiddenFromTherapy } from '../../../../test/cases/b1-bone-metastasis.js';
import { b2PelvicPain, wordsHiddenFromOthers } from '../../../../test/cases/b2-pelvic-pain.js';
import { type CareCase, caseDates, scenarioDay0, scenarioZone } from '../../../../test/cases/case.js';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { assessImpact } from '../impact/assess-impact.js';
import { currentRuleset } from '../impact/current-ruleset.js';
import { fullPlan } from '../testing/full-plan.js';
import { sliceFor } from './slice-for.js';
import { visiblePlan } from './visible-plan.js';

const patient = {
  patientId: 'b7f2c6de-5f0e-4f0f-9a43-3c1d0f1f6a01',
  recordNumber: 'TL-7',
  name: { given: 'Ada', family: 'Lind' },
  birthDate: '1980-01-01',
  contactLanguage: 'en',
};
const calendar = defaultCalendar('America/New_York');
const at = new Date('2027-04-06T13:00:00Z');

/** Pelvic, cancer and shoulder content side by side; every word of the first two carries its mark. */
const mixedPlan = (): PlanDocument => {
  const input: PlanDocumentInput = {
    stage: { value: 'advanced' },
    patientContext: {
      workGoal: { text: 'PELVICMARK sit through a shift', targetId: 'tp' },
      lifeGoal: { text: 'swim', targetId: 'ts' },
      cancerHistory: { value: 'active', site: 'CANCERMARK' },
    },
    diagnoses: [
      {
        id: 'idPELVICMARK',
        code: 'R10.23',
        group: 'pelvic-pain',
        text: 'PELVICMARK pain',
        side: 'bilateral',
        status: 'confirmed',
        history: 'both',
        question: 'PELVICMARK?',
      },
      {
        id: 'idCANCERMARK',
        code: 'C79.51',
        group: 'cancer-pain',
        text: 'CANCERMARK',
        region: 'T8',
        status: 'confirmed',
        structuralRisk: { value: 'possible', region: 'T8' },
      },
      { id: 'd3', code: 'M75.41', group: 'shoulder', text: 'Impingement', side: 'right', status: 'confirmed' },
    ],
    procedures: [
      {
        id: 'pp',
        type: 'pudendal-block',
        intent: 'therapeutic',
        status: 'scheduled',
        scheduledAt: '2027-04-20T09:00:00-04:00',
        diagnosisId: 'idPELVICMARK',
      },
      {
        id: 'pn',
        type: 'peripheral-nerve-block',
        intent: 'diagnostic',
        region: 'PELVICMARK',
        status: 'scheduled',
        scheduledAt: '2027-04-21T09:00:00-04:00',
        diagnosisId: 'idPELVICMARK',
      },
      { id: 'ps', type: 'joint-injection-shoulder', intent: 'therapeutic', status: 'planned', diagnosisId: 'd3' },
    ],
    rehab: [
      { id: 'rs', discipline: 'physical-therapy', status: 'active', targets: ['ts'] },
      { id: 'rw', discipline: 'physical-therapy', status: 'active', diagnosisId: 'idPELVICMARK' },
      {
        id: 'rp',
        discipline: 'pelvic-floor-therapy',
        status: 'active',
        cause: 'PELVICMARK',
        targets: ['tp'],
        diagnosisId: 'idPELVICMARK',
      },
    ],
    imaging: [
      {
        id: 'ip',
        modality: 'mri',
        region: 'PELVICMARK',
        reason: 'PELVICMARK',
        status: 'resulted',
        summary: 'PELVICMARK',
        changesDiagnosis: true,
        diagnosisId: 'idPELVICMARK',
      },
      {
        id: 'ic',
        modality: 'mri',
        region: 'thoracic spine',
        reason: 'pain',
        status: 'resulted',
        summary: 'CANCERMARK',
        changesDiagnosis: true,
        diagnosisId: 'idCANCERMARK',
      },
    ],
    behavioral: [{ id: 'b1', kind: 'cbt', status: 'requested' }],
    targets: [
      {
        id: 'tp',
        kind: 'function',
        measure: 'own',
        label: 'PELVICMARK',
        baseline: 1,
        target: 2,
        direction: 'up',
        trainedBy: 'pelvic-floor-therapy',
        status: 'open',
      },
      {
        id: 'ts',
        kind: 'function',
        measure: 'quickdash',
        baseline: 50,
        target: 20,
        trainedBy: 'physical-therapy',
        status: 'open',
      },
    ],
  };
  return planDocument.parse(input);
};

const everythingFor = (role: PartnerRole, document: PlanDocument): string => {
  const slices = sliceFor({
    role,
    slices: sliceNames.filter((name) => name !== 'pelvic' && name !== 'oncology'),
    document,
    version: 1,
    patient,
    on: at,
  });
  const { partners } = assessImpact({
    history: [{ version: 1, document, publishedAt: at }],
    members: [
      {
        memberId: 'm1',
        role,
        partnerId: 'p',
        engagedFor: document.diagnoses.map(({ id }) => id),
        acknowledgedVersion: 0,
        joinedAt: at,
        calendar,
      },
    ],
    clinicCalendar: calendar,
    ruleset: currentRuleset,
  });
  // What a partner sees of an ask: not its item, not its fingerprint.
  const asks = partners
    .filter(({ memberId }) => memberId === 'm1')
    .flatMap(({ asks: all }) => all.map(({ reason, text, effective }) => ({ reason, text, effective })));
  return JSON.stringify({ slices, asks });
};

const pelvicRoles: readonly PartnerRole[] = ['pelvic-floor-therapy', 'gynecology', 'urology'];
const mayReadCancer: readonly PartnerRole[] = [
  'oncology',
  'radiation-oncology',
  'interventional-radiology',
  'palliative-care',
  'spine-surgery',
  'behavioral-health',
];
const mayReadPelvic: readonly PartnerRole[] = [...pelvicRoles, 'imaging'];

describe('what leaves for a role, whatever slice a rule asks for', () => {
  it.each(partnerRoles.filter((role) => !mayReadPelvic.includes(role)))('has no pelvic word for %s', (role) => {
    expect(everythingFor(role, mixedPlan())).not.toContain('PELVICMARK');
  });

  it.each(partnerRoles.filter((role) => !mayReadCancer.includes(role)))('does not name a cancer to %s', (role) => {
    expect(everythingFor(role, mixedPlan())).not.toMatch(/CANCERMARK|cancer/i);
  });

  it.each(pelvicRoles)('holds nothing of the shoulder for %s', (role) => {
    expect(everythingFor(role, mixedPlan())).not.toMatch(/Impingement|quickdash|shoulder/i);
  });
});

describe('the shoulder and back clinic of the case sketches', () => {
  const at0 = caseDates(scenarioDay0, scenarioZone);
  const documents = (careCase: CareCase): PlanDocument[] =>
    careCase.steps.flatMap((step) => (step.kind === 'publish' ? [planDocument.parse(step.document(at0))] : []));

  it.each([
    { careCase: b1BoneMetastasis, hidden: wordsHiddenFromTherapy },
    { careCase: b2PelvicPain, hidden: wordsHiddenFromOthers },
  ])('reads nothing hidden in any version of $careCase.id', ({ careCase, hidden }) => {
    for (const document of documents(careCase)) {
      const text = everythingFor('physical-therapy', document).toLowerCase();
      for (const word of hidden) expect(text).not.toContain(word.toLowerCase());
    }
  });
});

describe('sliceFor', () => {
  const sliced = (role: PartnerRole, ...slices: (typeof sliceNames)[number][]) =>
    sliceFor({ role, slices, document: fullPlan(), version: 4, patient, on: at });

  it('always says who the patient is, which version, and whom to call', () => {
    expect(sliced('pharmacy').identity).toEqual({
      name: 'Ada Lind',
      birthDate: '1980-01-01',
      recordNumber: 'TL-7',
      contactLanguage: 'en',
      planVersion: 4,
      callWhom: { name: 'Nurse line', number: '+1 555 0100', hours: '08:00-17:00' },
    });
  });

  it('gives each role what "role" means for it', () => {
    expect(Object.keys(sliced('radiation-oncology', 'role'))).toEqual(['identity', 'oncology']);
    expect(Object.keys(sliced('physical-therapy', 'role'))).toEqual(['identity', 'rehab']);
  });

  it('names no drug, dose or reason in a sedation notice', () => {
    const notice = JSON.stringify(sliced('physical-therapy', 'sedation-notice')['sedation-notice']);
    expect(notice).not.toMatch(/gabapentin|morphine|300|mg/i);
  });

  it('names no disease in a structural or safety notice', () => {
    const notices = JSON.stringify(sliced('physical-therapy', 'structural-notice', 'safety-notice'));
    expect(notices).not.toMatch(/Radiculopathy|M54|fracture/i);
    expect(notices).toContain('L5');
  });

  it('keeps opioid stewardship out of the medication slice, and medicines out of a behavioral request', () => {
    expect(JSON.stringify(sliced('pharmacy', 'medication'))).not.toMatch(/naloxone|mme|riskLevel|goal/i);
    expect(JSON.stringify(sliced('behavioral-health', 'behavioral-request'))).not.toMatch(
      /gabapentin|morphine|naproxen/i,
    );
  });

  it('speaks to neurology of head and nerves only', () => {
    const document = planDocument.parse({
      diagnoses: [
        { id: 'd1', code: 'G50.0', group: 'trigeminal-neuralgia', text: 'Facial pain', status: 'confirmed' },
        { id: 'd2', code: 'R51.9', text: 'Headache', status: 'suspected' },
        { id: 'd3', code: 'M17.11', group: 'knee-oa', text: 'Knee arthritis', status: 'confirmed' },
        { id: 'd4', code: 'M54.50', text: 'Back pain', status: 'confirmed' },
      ],
    });
    const { headache } = sliceFor({ role: 'neurology', slices: ['headache'], document, version: 1, patient, on: at });
    expect((headache?.['diagnoses'] as { text: string }[]).map(({ text }) => text)).toEqual([
      'Facial pain',
      'Headache',
    ]);
  });

  it('holds no id of any item', () => {
    const ids = ['d1', 'g1', 'f1', 'm1', 'm2', 'p1', 'p2', 'r1', 'x1', 'b1', 'l1', 'i1', 'n1', 't1', 't2', 'v1'];
    for (const role of partnerRoles) {
      const text = JSON.stringify(
        sliceFor({ role, slices: [...sliceNames], document: fullPlan(), version: 4, patient, on: at }),
      );
      for (const id of ids) expect(text).not.toContain(`"${id}"`);
    }
  });
});

describe('visiblePlan', () => {
  it('is the same plan for a role when nothing in it is hidden from that role', () => {
    const plan = fullPlan();
    expect(visiblePlan(plan, 'physical-therapy')).toEqual(plan);
  });
});
