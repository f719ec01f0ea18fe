import fc from 'fast-check';
import { planDocument, type PlanDocumentInput } from '#contracts';
import { arbitraryPlan } from '../../test/arbitrary-plan.js';
import { statedDirectives } from './directives.js';

const texts = (
  input: PlanDocumentInput,
  on: string,
  discipline: 'physical-therapy' | 'pelvic-floor-therapy' = 'physical-therapy',
): string[] =>
  statedDirectives({ document: planDocument.parse(input), discipline, on, timeZone: 'America/New_York' }).map(
    ({ text }) => text,
  );

const plan: PlanDocumentInput = {
  diagnoses: [{ id: 'dp', code: 'R10.23', group: 'pelvic-pain', status: 'confirmed' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      status: 'active',
      progression: { measure: 'walk-min', op: 'gte', value: 10, sessions: 2 },
      restrictions: [
        { id: 'x1', kind: 'no-flexion-loading', region: 'lumbar spine', from: '2027-04-06', until: '2027-05-18' },
        { id: 'x2', kind: 'hold-loading', region: 'T8', from: '2027-04-06', until: 'until-cleared' },
      ],
    },
  ],
  procedures: [
    {
      id: 'p1',
      type: 'esi-transforaminal',
      intent: 'therapeutic',
      side: 'right',
      level: ['S1'],
      status: 'scheduled',
      scheduledAt: '2027-04-19T10:00:00-04:00',
    },
    {
      id: 'p2',
      type: 'pudendal-block',
      intent: 'therapeutic',
      status: 'scheduled',
      scheduledAt: '2027-04-19T10:00:00-04:00',
    },
    {
      id: 'p3',
      type: 'peripheral-nerve-block',
      intent: 'diagnostic',
      status: 'scheduled',
      scheduledAt: '2027-04-19T10:00:00-04:00',
      diagnosisId: 'dp',
    },
    { id: 'p4', type: 'esi-caudal', intent: 'therapeutic', status: 'planned' },
  ],
};

describe('statedDirectives', () => {
  it('names what holds on that day, each in one sentence', () => {
    expect(texts(plan, '2027-04-12')).toEqual([
      'No flexion loading (lumbar spine) until 18 May 2027.',
      'Hold loading (T8) until the plan clears it.',
      'Transforaminal epidural steroid injection on 19 April 2027: no session on the day; walking first, then build up over one to two weeks. Loading from 21 April 2027, 10:00.',
      'Advance when walk-min is at least 10 for 2 sessions.',
    ]);
  });

  it('ends with the day a restriction or a window ends, not before and not after', () => {
    expect(texts(plan, '2027-05-18')[0]).toContain('No flexion loading');
    expect(texts(plan, '2027-05-19').join()).not.toContain('No flexion loading');
    expect(texts(plan, '2027-04-21').join()).toContain('Loading from 21 April');
    expect(texts(plan, '2027-04-22').join()).not.toContain('epidural');
    expect(texts(plan, '2027-04-05').join()).not.toContain('No flexion loading');
  });

  it('shows pelvic procedures to pelvic-floor therapy alone', () => {
    expect(texts(plan, '2027-04-12').join()).not.toMatch(/pudendal|peripheral/i);
    expect(texts(plan, '2027-04-12', 'pelvic-floor-therapy').join()).toMatch(
      /Pudendal nerve block.*Peripheral nerve block/,
    );
  });

  it('says that therapy is on hold, and keeps why apart', () => {
    const held: PlanDocumentInput = {
      rehab: [{ id: 'r1', discipline: 'physical-therapy', status: 'held', cause: 'hospital stay' }],
    };
    expect(texts(held, '2027-04-12')).toEqual(['Therapy is on hold.']);
    const [hold] = statedDirectives({
      document: planDocument.parse(held),
      discipline: 'physical-therapy',
      on: '2027-04-12',
      timeZone: 'America/New_York',
    });
    expect(hold).toMatchObject({ stopsAll: true, cause: 'hospital stay' });
  });

  it('holds a structure of unknown stability even when nobody wrote the hold, and does not say why', () => {
    const at = (value: 'possible' | 'stable-cleared'): PlanDocumentInput => ({
      diagnoses: [
        {
          id: 'd1',
          code: 'C79.51',
          group: 'cancer-pain',
          text: 'Bone metastasis',
          status: 'suspected',
          structuralRisk: { value, region: 'T8' },
        },
      ],
    });
    expect(texts(at('possible'), '2027-04-12')).toEqual(['Hold loading (T8) until the plan clears it.']);
    expect(texts(at('stable-cleared'), '2027-04-12')).toEqual([]);
  });

  describe('a structure that may be unstable', () => {
    const hold = (until: string, discipline: 'physical-therapy' | 'pelvic-floor-therapy' = 'physical-therapy') => ({
      id: 'r1',
      discipline,
      status: 'active' as const,
      restrictions: [{ id: 'x1', kind: 'hold-loading' as const, region: 'pelvis', from: '2027-04-01', until }],
    });
    const unstable = (
      status: 'confirmed' | 'resolved' | 'ruled-out',
      rehab: PlanDocumentInput['rehab'] = [],
    ): PlanDocumentInput => ({
      diagnoses: [
        {
          id: 'd1',
          code: 'M84.58XA',
          group: 'cancer-pain',
          status,
          structuralRisk: { value: 'unstable', region: 'pelvis' },
        },
      ],
      rehab,
    });
    const derived = 'Hold loading (pelvis) until the plan clears it.';

    it.each([
      ['the written hold ran out', unstable('confirmed', [hold('2027-04-03')])],
      ['only another discipline has the hold', unstable('confirmed', [hold('until-cleared', 'pelvic-floor-therapy')])],
    ])('stays held when %s', (_, document) => {
      expect(texts(document, '2027-04-06')).toContain(derived);
    });

    it('is held once while the written hold is in force', () => {
      expect(texts(unstable('confirmed', [hold('2027-04-30')]), '2027-04-06')).toEqual([
        'Hold loading (pelvis) until 30 April 2027.',
      ]);
    });

    it.each(['resolved', 'ruled-out'] as const)('is free again when the diagnosis is %s', (status) => {
      expect(texts(unstable(status), '2027-04-06')).toEqual([]);
    });
  });
});

describe('statedDirectives, for any plan', () => {
  const anyDay = fc.constantFrom('2027-04-01', '2027-04-06', '2027-04-19', '2027-05-18', '2027-11-07');
  const discipline = fc.constantFrom('physical-therapy' as const, 'pelvic-floor-therapy' as const);

  it('says whole sentences, and of restrictions only those of that day', () => {
    fc.assert(
      fc.property(arbitraryPlan, anyDay, discipline, (document, on, who) => {
        const directives = statedDirectives({ document, discipline: who, on, timeZone: 'America/New_York' });
        for (const { kind, text, from, until } of directives) {
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/undefined|null|NaN|\(\)| {2}/);
          if (kind === 'restriction' && from && until)
            expect(on >= from && (until === 'until-cleared' || on <= until)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows physical therapy nothing pelvic', () => {
    fc.assert(
      fc.property(arbitraryPlan, anyDay, (document, on) => {
        const directives = statedDirectives({
          document,
          discipline: 'physical-therapy',
          on,
          timeZone: 'America/New_York',
        });
        expect(directives.map(({ text }) => text).join()).not.toMatch(/pudendal|pelvic/i);
      }),
      { numRuns: 200 },
    );
  });
});
