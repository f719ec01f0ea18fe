import { type PlanDocument, planDocument } from '#contracts';
import { override, type PrerequisiteRow, prerequisiteRows as rows } from '../../test/prerequisite-rows.js';
import { checkPlan } from './check-plan.js';

const now = new Date('2027-06-01T12:00:00Z');
type Procedure = PlanDocument['procedures'][number];

describe('Before a procedure', () => {
  const documentOf = ({ procedure, plan = {} }: PrerequisiteRow, more: { override?: Procedure['override'] } = {}) =>
    planDocument.parse({
      ...plan,
      procedures: [
        { id: 'new', intent: 'therapeutic', status: 'planned', ...procedure, ...more },
        ...(plan.procedures ?? []),
      ],
    });
  const check = (row: PrerequisiteRow, more: { override?: Procedure['override'] } = {}) =>
    checkPlan(documentOf(row, more), { previous: null, now, ...(row.team ? { team: row.team } : {}) });

  it.each(rows.filter(({ field }) => field === undefined))('$title: may be published', (row) => {
    expect(check(row)).toEqual([]);
  });

  it.each(rows.filter(({ field }) => field !== undefined))('$title: is refused', (row) => {
    const [fault, ...others] = check(row);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      path: `procedures[0].${row.field}`,
      found: row.found,
      overridable: row.overridable,
    });
    expect(fault?.message).toBe(
      `${fault?.needed}; ${row.found}; ${row.overridable ? 'an override with a reason is allowed' : 'no override is possible'}`,
    );
  });

  it.each(rows.filter(({ overridable }) => overridable !== undefined))(
    '$title: an override with a reason helps: $overridable',
    (row) => {
      expect(check(row, { override }).length === 0).toBe(row.overridable);
    },
  );

  it.each(rows.filter(({ field }) => field !== undefined))('$title: is not asked of what is there already', (row) => {
    const document = documentOf(row);
    expect(checkPlan(document, { previous: document, now, ...(row.team ? { team: row.team } : {}) })).toEqual([]);
  });
});
