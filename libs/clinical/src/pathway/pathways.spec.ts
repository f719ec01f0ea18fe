import {
  diagnosisGroups,
  overlayGroups,
  type PathwayItem,
  planDocument,
  type PlanDocument,
  type PlanDocumentInput,
} from '#contracts';
import { deviationsFrom } from './deviations.js';
import { loadPathways, pathwayOf, pathways } from './pathways.js';
import { pathwaySource } from './pathways.generated.js';
import { nextOptionsFor, suggestionsFor } from './suggestions.js';

type Group = (typeof diagnosisGroups)[number];
const plan = (group: Group, more: PlanDocumentInput = {}): PlanDocument =>
  planDocument.parse({ diagnoses: [{ id: 'dx1', code: 'M54.17', group, status: 'confirmed' }], ...more });
const therapy = {
  id: 'r1',
  discipline: 'physical-therapy' as const,
  program: ['core-endurance' as const],
  status: 'active' as const,
};
const procedure = (
  id: string,
  type: NonNullable<PlanDocumentInput['procedures']>[number]['type'],
  more: object = {},
) => ({
  id,
  type,
  intent: 'therapeutic' as const,
  status: 'planned' as const,
  ...more,
});
const sentences = (document: PlanDocument): string[] => deviationsFrom(document).map(({ text }) => text);
const kindsOf = (document: PlanDocument): string[] =>
  suggestionsFor(document).flatMap(({ suggestions }) => suggestions.map(({ item }) => item.kind));

describe('Pathways', () => {
  it.each(diagnosisGroups.map((group) => [group]))('have one for %s', (group) => {
    const found = pathwayOf(group);
    expect(found.codes.length).toBeGreaterThan(0);
    expect(found.targets.length).toBeGreaterThan(0);
    expect(found.stages[0]?.stage).toBe('conservative');
    expect(found.roles.length).toBeGreaterThan(0);
  });

  it('are those of the vocabulary and the overlays, no more', () => {
    expect(pathways.map(({ group }) => group).sort()).toEqual([...diagnosisGroups, ...overlayGroups].sort());
  });

  it('know the floors under a plateau', () => {
    const floors = Object.fromEntries(pathways.map(({ group, plateauFloorWeeks }) => [group, plateauFloorWeeks]));
    expect(floors).toMatchObject({
      'lumbar-radiculopathy': 6,
      'cervical-radiculopathy': 6,
      'spinal-stenosis': 8,
      'pelvic-pain': 8,
      fibromyalgia: 12,
      'widespread-myofascial': 12,
      'post-laminectomy': 6,
      crps: 6,
      sacroiliac: 4,
    });
  });

  it('never name a score that stays with behavioral health', () => {
    const named = pathways.flatMap(({ targets }) => targets.map(({ measure }) => measure));
    expect(named.filter((measure) => ['phq9', 'gad7', 'isi'].includes(measure))).toEqual([]);
  });

  it('are refused when they do not fit the schema, or come twice', () => {
    expect(() => loadPathways([{ group: 'facet', unknown: true }])).toThrow(/do not fit their schema/);
    expect(() => loadPathways([pathwaySource[0], pathwaySource[0]])).toThrow(/Two pathways for/);
  });
});

describe('Suggestions', () => {
  it('are what the pathway has at this stage and the plan has not', () => {
    expect(kindsOf(plan('facet'))).toEqual(['rehab', 'medication', 'target', 'target', 'target']);
    const held = plan('facet', {
      rehab: [therapy],
      medications: [{ id: 'm1', ingredient: { display: 'naproxen' }, class: 'nsaid', status: 'stopped' }],
      targets: [{ id: 't1', kind: 'work-goal', measure: 'stand-min', baseline: 5, target: 30, status: 'open' }],
    });
    expect(kindsOf(held)).toEqual(['target', 'target']);
  });

  it('go on with the therapy of lower rungs, not with their medicines', () => {
    const diagnostic = plan('facet', { stage: { value: 'interventional-diagnostic' } });
    const [first, second] = suggestionsFor(diagnostic)[0]!.suggestions;
    expect([first, second]).toMatchObject([
      { stage: 'conservative', item: { kind: 'rehab' } },
      { stage: 'interventional-diagnostic', item: { kind: 'procedure', times: 2 } },
    ]);
  });

  it('ask for the second block until it is there', () => {
    const stage = { value: 'interventional-diagnostic' as const };
    const once = plan('facet', { stage, rehab: [therapy], procedures: [procedure('p1', 'medial-branch-block')] });
    const twice = plan('facet', {
      stage,
      rehab: [therapy],
      procedures: [procedure('p1', 'medial-branch-block'), procedure('p2', 'medial-branch-block')],
    });
    const asked = (document: PlanDocument): PathwayItem[] =>
      suggestionsFor(document)
        .flatMap(({ suggestions }) => suggestions.map(({ item }) => item))
        .filter((item): item is PathwayItem => item.kind === 'procedure');
    expect(asked(once)).toHaveLength(1);
    expect(asked(twice)).toHaveLength(0);
  });

  it('come one for each active diagnosis, and for a heavy job', () => {
    const two = planDocument.parse({
      patientContext: { dutyDemands: ['lifting'] },
      diagnoses: [
        { id: 'dx1', code: 'M54.17', group: 'lumbar-radiculopathy', status: 'suspected' },
        { id: 'dx2', code: 'M17.11', group: 'knee-oa', status: 'confirmed' },
        { id: 'dx3', code: 'M53.3', group: 'sacroiliac', status: 'ruled-out' },
        { id: 'dx4', code: 'M53.3', status: 'confirmed' },
      ],
    });
    expect(suggestionsFor(two).map(({ diagnosis, pathway }) => [diagnosis?.id, pathway.group])).toEqual([
      ['dx1', 'lumbar-radiculopathy'],
      ['dx2', 'knee-oa'],
      [undefined, 'athlete-or-heavy-worker'],
    ]);
  });

  it('answer a stage that the pathway does not have with the nearest below it', () => {
    expect(nextOptionsFor(plan('lumbar-radiculopathy', { stage: { value: 'interventional-diagnostic' } }))).toEqual(
      pathwayOf('lumbar-radiculopathy').stages[0]?.nextOptions,
    );
    expect(nextOptionsFor(plan('sacroiliac', { stage: { value: 'maintenance' } }))).toEqual([]);
  });

  it('know the rung among two of the same stage by what was done', () => {
    const stage = { value: 'interventional-therapeutic' as const };
    expect(nextOptionsFor(plan('knee-oa', { stage }))).toEqual(['genicular nerve block']);
    const ablated = plan('knee-oa', { stage, procedures: [procedure('p1', 'rfa-genicular')] });
    expect(nextOptionsFor(ablated)).toContain('replacement question');
  });
});

describe('Deviations', () => {
  it('are none when the plan keeps to the ladder', () => {
    const document = plan('facet', {
      stage: { value: 'interventional-therapeutic' },
      rehab: [therapy],
      procedures: [procedure('p1', 'medial-branch-block'), procedure('p2', 'rfa-medial-branch')],
    });
    expect(deviationsFrom(document)).toEqual([]);
    expect(deviationsFrom(planDocument.parse({}))).toEqual([]);
  });

  it('name a procedure outside the ladder', () => {
    const document = plan('facet', { rehab: [therapy], procedures: [procedure('p1', 'genicular-block')] });
    expect(deviationsFrom(document)).toEqual([
      {
        diagnosisId: 'dx1',
        group: 'facet',
        itemId: 'p1',
        text: 'Genicular nerve block is not on the ladder of Facet joint pain.',
      },
    ]);
  });

  it('are silent about what is for another diagnosis, or cancelled', () => {
    const document = planDocument.parse({
      diagnoses: [
        { id: 'dx1', code: 'M47.816', group: 'facet', status: 'confirmed' },
        { id: 'dx2', code: 'M17.11', group: 'knee-oa', status: 'confirmed' },
      ],
      rehab: [therapy],
      procedures: [
        procedure('p1', 'genicular-block'),
        procedure('p2', 'genicular-block', { diagnosisId: 'dx2' }),
        procedure('p3', 'trigger-point', { status: 'cancelled' }),
      ],
    });
    expect(deviationsFrom(document)).toEqual([]);
  });

  it('name a rung that was left out, and the reason when one was given', () => {
    const override = { reason: 'lives abroad', by: 'Dr. One' };
    const document = plan('facet', { procedures: [procedure('p1', 'rfa-medial-branch', { override })] });
    expect(sentences(document)).toEqual([
      'Radiofrequency ablation of the medial branches comes before physical therapy and before medial branch block, which the plan does not hold. Reason given: lives abroad',
    ]);
  });

  it('name what the pathway calls not indicated', () => {
    const document = plan('fibromyalgia', {
      rehab: [therapy],
      procedures: [procedure('p1', 'trigger-point')],
      medications: [{ id: 'm1', ingredient: { display: 'tramadol' }, class: 'opioid', status: 'active' }],
    });
    expect(sentences(document)).toEqual([
      'Trigger point injection is not indicated in Fibromyalgia: chasing tender points with injections does not treat a sensitized system.',
      'tramadol is not indicated in Fibromyalgia: opioids do not treat a sensitized system.',
    ]);
  });

  it('allow trigger points for a regional pain beside fibromyalgia', () => {
    const document = planDocument.parse({
      diagnoses: [
        { id: 'dx1', code: 'M79.7', group: 'fibromyalgia', status: 'confirmed' },
        { id: 'dx2', code: 'M79.18', group: 'myofascial-regional', status: 'confirmed' },
      ],
      rehab: [therapy],
      procedures: [procedure('p1', 'trigger-point')],
    });
    expect(deviationsFrom(document)).toEqual([]);
  });

  it('name a stage that no pathway of the plan has', () => {
    expect(sentences(plan('migraine', { stage: { value: 'advanced' } }))).toEqual([
      'The plan is at the stage "advanced", which the ladder of Migraine does not have.',
    ]);
  });
});
