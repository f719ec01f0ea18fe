import { usMedicarePlanOfCare as planOfCare } from '#clinical';
import { owedPaperwork } from './owed-paperwork.js';

const timeZone = 'America/New_York';
const dates = { treatmentDays: ['2027-04-06'], progressReports: [], certifications: [] };
const course = (state: 'open' | 'held' | 'ended' | 'discharged') => ({
  state,
  changedAt: new Date('2027-05-10T15:00:00Z'),
});
const kinds = (state: Parameters<typeof course>[0], care: typeof planOfCare | null = planOfCare) =>
  owedPaperwork(course(state), dates, { planOfCare: care, timeZone }).map(({ kind, dueOn }) => [kind, dueOn]);

describe('what a course owes', () => {
  it.each([
    ['open', [['certification', '2027-05-06']]],
    ['held', [['certification', '2027-05-06']]],
    ['ended', [['discharge-summary', '2027-05-19']]],
    ['discharged', []],
  ] as const)('%s: %j', (state, owed) => expect(kinds(state)).toEqual(owed));

  it('is only the summary where the clinic goes by no plan of care', () => {
    expect(kinds('open', null)).toEqual([]);
    expect(kinds('ended', null)).toEqual([['discharge-summary', '2027-05-19']]);
  });

  it('is nothing when nobody was treated', () => {
    for (const state of ['open', 'held', 'ended'] as const)
      expect(owedPaperwork(course(state), { ...dates, treatmentDays: [] }, { planOfCare, timeZone })).toEqual([]);
  });

  it('names whose rule it is, and as of when', () => {
    expect(owedPaperwork(course('open'), dates, { planOfCare, timeZone })[0]).toMatchObject({
      source: planOfCare.source,
      asOf: planOfCare.asOf,
      remindOn: '2027-04-29',
    });
  });
});
