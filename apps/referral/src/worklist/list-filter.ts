import type { BusinessCalendar, HandoffFilter } from '#contracts';
import type { User } from '#platform';
import { DateTime } from 'luxon';
import { Conditions } from './conditions.js';
import { narrowByIssue, narrowByReferral } from './referral-filter.js';

/** As the partial indexes say it: a query that does not repeat it reads the million. */
export const waitingRows = `h.status in ('open', 'unassigned')`;

/** What the moment of reading means in conditions. */
export interface ListMoment {
  now: Date;
  /** Midnight at the clinic. */
  today: DateTime;
  /** The clinic's hours. */
  clinic: BusinessCalendar;
}

/** Due is the partner's due, or the author's while an objection is not answered. */
const due = 'coalesce(h.answer_by, h.due_at)';

/** The newest handoff of a member whose referral stands in this state. */
const newestOfReferral = (state: string): string =>
  `h.id in (select distinct on (n.member_id) n.id from handoff n join referral r on r.member_id = n.member_id
            where r.state = '${state}' order by n.member_id, n.issued_at desc)`;

type Tile = NonNullable<HandoffFilter['tile']>;

/** One condition for the number on the tile and for the list behind it. `:now` and `:today` are filled in. */
export const tileConditions: Readonly<Record<Tile, string>> = {
  'chase-today': `${waitingRows} and h.chase_on <= :today`,
  overdue: `${waitingRows} and ${due} < :now`,
  'not-acknowledged': `${waitingRows} and h.status = 'open' and h.contested_at is null`,
  behind: `${waitingRows} and h.status = 'open' and h.from_version > 0`,
  'waiting-on-payer': `${waitingRows} and h.waiting_on = 'payer'`,
  'waiting-on-patient': `${waitingRows} and h.waiting_on = 'patient'`,
  unassigned: `${waitingRows} and h.status = 'unassigned'`,
  declined: `${waitingRows} and h.status = 'unassigned' and exists
    (select 1 from referral r where r.plan_id = h.plan_id and r.role = h.role and r.state = 'declined')`,
  'info-requested': newestOfReferral('info-requested'),
  'ready-to-close': newestOfReferral('completed'),
};

/** The same for every row: what a person set, or the news. */
const blocked = `h.blocker is not null or h.awaiting_authorization or h.awaiting_consent`;

/** Rows that were open before these moments were kept have none. */
const half = 'coalesce(h.half_at, h.due_at)';
const late = `coalesce(h.late_at, 'infinity'::timestamptz)`;

const ages: Readonly<Record<NonNullable<HandoffFilter['age']>, string>> = {
  'under-50': `:now < ${half} and :now < ${due}`,
  'from-50': `:now >= ${half} and :now < ${due}`,
  'from-100': `:now >= ${due} and :now < ${late}`,
  'from-150': `:now >= ${late}`,
};

/** Which band a row is in, for counting. */
export const ageColumn = `case when :now >= ${late} then 'from-150' when :now >= ${due} then 'from-100'
  when :now >= ${half} then 'from-50' else 'under-50' end`;

/** Fills the moment in. */
export const atMoment = (
  where: Conditions,
  condition: string,
  { now, today }: Pick<ListMoment, 'now' | 'today'>,
): string => {
  const instant = condition.includes(':now') ? where.value(now) : '';
  const day = condition.includes(':today') ? where.value(today.toISODate()) : '';
  return condition.replaceAll(':now', `${instant}::timestamptz`).replaceAll(':today', `${day}::text`);
};

/** A partner's reads are bound to its organization here. A partner account without an organization matches nothing. */
export const visibleTo = (user: User): Conditions => {
  const where = new Conditions();
  if (user.role === 'partner') where.add('h.partner_id = ?', user.partnerId);
  // Who came by a link sees the one handoff that it leads to.
  if (user.guest) where.add('h.id = ?', user.guest.handoffId);
  return where;
};

/** Sorts behind everything that begins with what stands before it. */
const afterAll = '\u{10ffff}';

/** The beginning of the family name, of the whole name or of the record number: ranges of the keys beside them. */
const startsWith = (where: Conditions, query: string): void => {
  const from = query.trim().replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const range = (key: string): string => `(${key} >= ? and ${key} < ?)`;
  where.add(
    `h.patient_id in (select patient_id from patient_copy
       where ${['family_key', 'name_key', 'record_key'].map(range).join(' or ')})`,
    ...[from, from + afterAll, from, from + afterAll, from, from + afterAll],
  );
};

const narrowByPlace = (where: Conditions, filter: HandoffFilter): void => {
  if (filter.ids) where.add('h.id = any(?::uuid[])', filter.ids);
  if (filter.status === 'waiting') where.add(waitingRows);
  else if (filter.status) where.add('h.status = ?', filter.status);
  if (filter.role) where.add('h.role = ?', filter.role);
  if (filter.partner) where.add('h.partner_id = ?', filter.partner);
  if (filter.patient) where.add('h.patient_id = ?', filter.patient);
  if (filter.plan) where.add('h.plan_id = ?', filter.plan);
  if (filter.query?.trim()) startsWith(where, filter.query);
};

/** What only the clinic knows; a partner that asks for it gets nothing that is not there. */
const narrowByDesk = (where: Conditions, filter: HandoffFilter, user: User): void => {
  if (filter.scope === 'me') where.add('h.owner = ?', user.name);
  if (filter.scope === 'team') where.add('(h.owner is not null or h.pool is not null)');
  const owner = filter.owner ?? filter.assignee;
  if (owner !== undefined) where.add('h.owner = ?', owner);
  if (filter.pool !== undefined) where.add(`${waitingRows} and h.pool = ?`, filter.pool);
  if (filter.label !== undefined) where.add(`${waitingRows} and h.labels @> array[?]::text[]`, filter.label);
  if (filter.waitingOn !== undefined) where.add(`${waitingRows} and h.waiting_on = ?`, filter.waitingOn);
  if (filter.blocked !== undefined) where.add(`${waitingRows} and ${filter.blocked ? '' : 'not'} (${blocked})`);
};

const isOrNot = (wanted: boolean, condition: string): string =>
  `${waitingRows} and ${wanted ? '' : 'not'} (${condition})`;

const narrowByState = (where: Conditions, filter: HandoffFilter, moment: ListMoment): void => {
  const { behind, contested, pressing, notAcknowledged, undeliverable, chase, age, tile } = filter;
  if (contested !== undefined) where.add(isOrNot(contested, 'h.contested_at is not null'));
  if (pressing !== undefined) where.add(isOrNot(pressing, `h.urgency in ('same-day', 'emergency')`));
  if (undeliverable !== undefined) where.add(isOrNot(undeliverable, 'h.undeliverable_at is not null'));
  if (behind !== undefined) where.add(isOrNot(behind, `h.status = 'open' and h.from_version > 0`));
  if (notAcknowledged !== undefined) {
    where.add(isOrNot(notAcknowledged, `h.status = 'open' and h.contested_at is null`));
  }
  if (chase === 'today') where.add(atMoment(where, tileConditions['chase-today'], moment));
  else if (chase !== undefined) where.add(isOrNot(chase === 'asleep', 'h.asleep'));
  if (age !== undefined) where.add(`${waitingRows} and ${atMoment(where, ages[age], moment)}`);
  if (tile !== undefined) where.add(atMoment(where, tileConditions[tile], moment));
};

const narrowByDue = (where: Conditions, wanted: HandoffFilter['due'], { now, today }: ListMoment): void => {
  if (wanted === undefined) return;
  if (wanted === 'overdue') return where.add(`${waitingRows} and ${due} < ?`, now);
  const end = today.plus({ days: wanted === 'today' ? 1 : 7 });
  where.add(`${waitingRows} and ${due} >= ? and ${due} < ?`, today.toJSDate(), end.toJSDate());
};

/** One filter for the list, its counts, the export and what is done to many rows. */
export const narrow = (where: Conditions, filter: HandoffFilter, user: User, moment: ListMoment): void => {
  narrowByPlace(where, filter);
  narrowByDue(where, filter.due, moment);
  narrowByState(where, filter, moment);
  narrowByIssue(where, filter, moment);
  narrowByReferral(where, filter, moment);
  // A partner that filters by what only the clinic may know would learn it from the answer.
  if (user.role === 'partner') where.add(asksForDeskFacts(filter) ? 'false' : 'true');
  else narrowByDesk(where, filter, user);
};

const asksForDeskFacts = (filter: HandoffFilter): boolean =>
  [filter.owner, filter.assignee, filter.pool, filter.label, filter.waitingOn, filter.blocked, filter.chase].some(
    (value) => value !== undefined,
  ) || ['chase-today', 'waiting-on-payer', 'waiting-on-patient'].includes(filter.tile ?? '');
