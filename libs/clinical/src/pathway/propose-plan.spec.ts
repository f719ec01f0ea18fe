import { diagnosisGroups, historyPacket, type HistoryPacket, type PlanDocument, planDocument } from '#contracts';
import { checkPlan } from '../check/check-plan.js';
import { proposePlan } from './propose-plan.js';

const patient = { id: '7f1d1f0e-6d59-4c3a-9a3a-3f0a7c1d2e3f', birthDate: '1983-05-01' };
const packet = historyPacket.parse({
  onset: '2027-03-28',
  story: 'Lifting a patient; since then pain below the knee.',
  helps: ['lying on the side'],
  worsens: ['sitting', 'cough'],
  imaging: [{ modality: 'MRI', region: 'lumbar spine', date: '2027-04-01' }],
  trials: [
    { treatment: 'Gabapentin', dose: '300 mg at night', sideEffect: 'dizzy' },
    { treatment: 'ibuprofen', dose: 'as needed', stillTaken: true },
    { treatment: 'acupuncture', effect: 'none' },
    { treatment: 'a cream from abroad', kind: 'medication' },
  ],
  operativeNotes: [{ operation: 'appendectomy', date: '2001-05-05' }],
  therapySummaries: [{ where: 'PT-North', visits: 6, summary: 'extension helped a little' }],
  provokingPostures: ['bent over the sink'],
  workGoal: 'full shifts',
  lifeGoal: 'walk the dog around the lake',
});
const propose = (given: HistoryPacket = packet, group: (typeof diagnosisGroups)[number] = 'lumbar-radiculopathy') =>
  proposePlan(given, patient, group, '2027-04-06');
const faultsOf = (document: PlanDocument) =>
  checkPlan(document, { previous: null, now: new Date('2027-04-06T14:00:00Z') });

describe('A proposed first plan', () => {
  it('carries the packet over', () => {
    const { document } = propose();
    expect(document).toMatchObject({
      stage: { value: 'conservative', since: '2027-04-06' },
      patientContext: {
        age: 43,
        workGoal: { text: 'full shifts', targetId: 'work-goal' },
        lifeGoal: { text: 'walk the dog around the lake', targetId: 'life-goal' },
      },
      diagnoses: [{ code: 'M54.16', group: 'lumbar-radiculopathy', status: 'suspected', onset: '2027-03-28' }],
      medications: [
        {
          ingredient: { display: 'Gabapentin' },
          class: 'gabapentinoid',
          dose: 300,
          unit: 'mg',
          frequency: 'at night',
          status: 'stopped',
          stopReason: { kind: 'side-effect', effect: 'dizzy' },
        },
        { ingredient: { display: 'ibuprofen' }, class: 'nsaid', frequency: 'as needed', status: 'active' },
        { ingredient: { display: 'a cream from abroad' }, class: 'other', stopReason: { kind: 'not-stated' } },
      ],
      targets: [
        { id: 'work-goal', label: 'full shifts', measure: 'duty-h', unit: 'h' },
        { id: 'life-goal', label: 'walk the dog around the lake', measure: 'walk-min', trainedBy: 'physical-therapy' },
      ],
      rehab: [{ discipline: 'physical-therapy', diagnosisId: 'dx1', targets: ['life-goal'], status: 'active' }],
      reviewDate: '2027-05-04',
    });
    expect(document.notes).toBe(
      [
        'Eases: lying on the side.',
        'Worsens: sitting; cough.',
        'Provoking postures: bent over the sink.',
        'Operations: appendectomy, 2001-05-05.',
        'Therapy so far: PT-North, 6 visits, extension helped a little.',
        'Also tried: acupuncture, none.',
        'Story: Lifting a patient; since then pain below the knee.',
      ].join('\n'),
    );
  });

  it('names what only the physician can fill', () => {
    const paths = propose().open.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'document.diagnoses[0].code',
        'document.medications[2].class',
        'document.rehab[0].dose',
        'document.targets[0].baseline',
        'document.targets[1].target',
        'document.patientContext.anticoagulation',
      ]),
    );
  });

  it.each(diagnosisGroups.map((group) => [group]))('for %s is refused only for what it calls open', (group) => {
    const { document, open } = propose(packet, group);
    expect(planDocument.parse(document)).toEqual(document);
    const named = open.map(({ path }) => path);
    for (const { path } of faultsOf(document)) expect(named).toContain(`document.${path}`);
    const filled = {
      ...document,
      targets: document.targets.map((target) => ({ ...target, target: target.target + 1 })),
    };
    expect(faultsOf(filled)).toEqual([]);
  });

  it('is publishable as it is when the packet is empty', () => {
    const { document, open } = propose(historyPacket.parse({}));
    expect(faultsOf(document)).toEqual([]);
    expect(open.map(({ path }) => path)).toContain('document.diagnoses[0].onset');
  });

  it('asks for the safeguards of an opioid that is still taken', () => {
    const { document, open } = propose(
      historyPacket.parse({ trials: [{ treatment: 'tramadol 50 mg', stillTaken: true }] }),
    );
    expect(open.map(({ path }) => path)).toContain('document.medications[0].stewardship');
    expect(faultsOf(document).map(({ path }) => path)).toEqual(['medications[0].stewardship']);
  });

  it('holds a story of any length', () => {
    const { document } = propose({ ...packet, story: 'x'.repeat(4000) });
    expect(document.notes).toHaveLength(4000);
    expect(document.notes).toMatch(/history packet holds all of it\)$/);
  });
});
