import fc from 'fast-check';
import { type PlanOfCareDates, planOfCareDue, usMedicarePlanOfCare as care } from './plan-of-care.js';

const nothing: PlanOfCareDates = { treatmentDays: [], progressReports: [], certifications: [] };
const due = (dates: Partial<PlanOfCareDates>) =>
  planOfCareDue(care, { ...nothing, ...dates }).map(({ kind, dueOn }) => [kind, dueOn]);
const days = (count: number, month = '04') =>
  Array.from({ length: count }, (_, at) => `2027-${month}-${String(at + 1).padStart(2, '0')}`);

describe('the plan of care', () => {
  it('is marked as what it is: somebody’s rules, as of a day', () => {
    expect(care.source).toMatch(/US Medicare defaults/);
    expect(care.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('asks for nothing before the first treatment', () => {
    expect(due({ certifications: [{ on: '2027-04-01' }] })).toEqual([]);
  });

  it('is signed or transmitted within 30 days of the first treatment, whatever comes after', () => {
    expect(due({ treatmentDays: ['2027-04-08', '2027-04-06'] })).toEqual([['certification', '2027-05-06']]);
  });

  it('covers at most 90 days from the first treatment, later certifications from their own day', () => {
    const treatmentDays = ['2027-04-06'];
    expect(due({ treatmentDays, certifications: [{ on: '2027-04-20' }] })).toEqual([['recertification', '2027-07-05']]);
    expect(due({ treatmentDays, certifications: [{ on: '2027-04-20' }, { on: '2027-07-01' }] })).toEqual([
      ['recertification', '2027-09-29'],
    ]);
    expect(due({ treatmentDays, certifications: [{ on: '2027-04-20', until: '2027-06-01' }] })).toEqual([
      ['recertification', '2027-06-01'],
    ]);
    expect(due({ treatmentDays, certifications: [{ on: '2027-04-20', until: '2028-06-01' }] })).toEqual([
      ['recertification', '2027-07-05'],
    ]);
  });

  it('wants a report with the tenth treatment day, and says so two days before', () => {
    const reportOf = (dates: Partial<PlanOfCareDates>) =>
      planOfCareDue(care, { ...nothing, ...dates }).find(({ kind }) => kind === 'progress-report');
    expect(reportOf({ treatmentDays: days(7) })).toBeUndefined();
    expect(reportOf({ treatmentDays: days(8) })).toMatchObject({ dueOn: null, treatmentDaysLeft: 2 });
    expect(reportOf({ treatmentDays: days(10) })).toMatchObject({ dueOn: '2027-04-10', treatmentDaysLeft: 0 });
    expect(reportOf({ treatmentDays: days(12) })).toMatchObject({ dueOn: '2027-04-10' });
    expect(reportOf({ treatmentDays: days(12), progressReports: ['2027-04-10'] })).toBeUndefined();
  });

  it('counts two visits of one day as one treatment day, in whatever order, and never asks for what has come', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((one) => `2027-04-${String(one).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), (treatmentDays) => {
        const once = planOfCareDue(care, { ...nothing, treatmentDays: [...new Set(treatmentDays)].sort() });
        expect(planOfCareDue(care, { ...nothing, treatmentDays })).toEqual(once);
        const last = [...treatmentDays].sort().at(-1) as string;
        const reported = planOfCareDue(care, { ...nothing, treatmentDays, progressReports: [last] });
        expect(reported.map(({ kind }) => kind)).toEqual(['certification']);
      }),
    );
  });
});
