/** Synthetic handoffs, made by the database itself: so many, of which so many wait, with the spread of a busy clinic. */

export interface Filled {
  seconds: number;
  owner: string;
  partner: string;
  family: string;
}

interface Database {
  query(statement: string, values?: unknown[]): Promise<unknown>;
}

const partners = 200;
const families = 5000;

/** As large as a usual one: what is asked, and the slice that goes with it. */
const ask = {
  ...{ ruleId: 'TH-02', ruleVersion: 1, itemId: 'r1', code: 'adjust-program', urgency: 'routine' },
  text: 'Change the program to the new dose and tell us whether you can offer it.',
  reason: 'Physical therapy is three times a week from now on, for eight weeks, 45 minutes each.',
  ...{ dueAt: '2027-04-08T17:00:00-04:00', doBy: null, effective: { from: '2027-04-06', until: null } },
  ...{ slice: ['identity', 'rehab'], sinceVersion: 4, fingerprint: '["TH-02","r1","3 a week"]' },
};
const slice = {
  identity: { name: 'Bench Mark', recordNumber: 'TL-0', birthDate: '1970-01-01', contactLanguage: 'en' },
  rehab: { program: ['walking-intervals', 'nerve-glides', 'core-endurance'], dose: { sessionsPerWeek: 3, weeks: 8 } },
};

const calendar = {
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: [],
};

const roles = ['physical-therapy', 'primary-care', 'pharmacy', 'imaging', 'pelvic-floor-therapy', 'spine-surgery'];

/** Each expression sees `n`, the number of the row; the first `waiting` ones are open. */
const columns = (waiting: number): Record<string, string> => ({
  id: 'gen_random_uuid()',
  plan_id: 'gen_random_uuid()',
  patient_id: 'p.patient_id',
  role: `(array['${roles.join(`','`)}'])[1 + n % ${roles.length}]`,
  member_id: `case when n <= ${waiting} and n % 20 = 0 then null else gen_random_uuid() end`,
  partner_id: `case when n <= ${waiting} and n % 20 = 0 then null else 'partner-' || n % ${partners} end`,
  status: `case when n > ${waiting} then (array['acknowledged','superseded','withdrawn'])[1 + n % 3]
    when n % 20 = 0 then 'unassigned' else 'open' end`,
  ...{ from_version: 'n % 4', content_version: '4', through_version: '4' },
  urgency: `(array['routine','routine','routine','urgent','same-day'])[1 + n % 5]`,
  due_at: `due_at`,
  issued_at: `issued_at`,
  ...{ asks: '$1::jsonb', slice: '$2::jsonb', changes: `'[]'::jsonb`, ruleset_version: `'bench'` },
  owner: `case when n % 3 = 0 then 'Coordinator ' || n % 12 end`,
  pool: `case when n % 7 = 0 then 'intake' end`,
  labels: `case when n % 400 = 1 then array['rare'] when n % 5 = 0 then array['work comp'] else '{}' end`,
  ended_at: `case when n > ${waiting} then due_at end`,
  blocker: `case when n <= ${waiting} and n % 11 = 0 then '{"kind":"patient-unreachable","note":null,"whoCanUnblock":null,"by":"Bench","at":"2027-04-05T12:00:00Z"}'::jsonb end`,
  awaiting_authorization: `n % 9 = 0`,
  delivered_at: 'issued_at',
  contested_at: `case when n <= ${waiting} and n % 20 = 7 then issued_at end`,
  answer_by: `case when n <= ${waiting} and n % 20 = 7 then due_at end`,
  half_at: `issued_at + (due_at - issued_at) / 2`,
  late_at: `due_at + (due_at - issued_at) / 2`,
  last_activity_at: `issued_at + interval '1 hour' * (n % 24)`,
});

export async function fillHandoffs(
  database: Database,
  { rows, waiting, now }: { rows: number; waiting: number; now: Date },
): Promise<Filled> {
  const start = performance.now();
  await database.query(
    `insert into partner_copy (partner_id, kind, name, roles, calendar, active, revision)
     select 'partner-' || n, 'partner', 'Partner ' || n, $1::jsonb, $2::jsonb, true, 1 from generate_series(0, ${partners}) n`,
    [JSON.stringify(roles), JSON.stringify(calendar)],
  );
  // Five handoffs a patient.
  await database.query(
    `insert into patient_copy (patient_id, record_number, given_name, family_name, birth_date, contact_language)
     select gen_random_uuid(), 'TL-' || n, 'Bench', 'Family' || n % ${families}, '1970-01-01', 'en'
       from generate_series(0, $1) n`,
    [Math.ceil(rows / 5)],
  );
  const made = columns(Math.min(rows, waiting));
  const moment = `timestamptz '${now.toISOString()}'`;
  // What waits was issued within two weeks, the past within five years; milliseconds, as the service writes them.
  const issued = `date_trunc('milliseconds', ${moment} - (case when n <= ${waiting} then interval '14 days' else interval '1800 days' end)
    * ((n::bigint * 7919 % 100003) / 100003.0))`;
  await database.query(
    `insert into handoff (${Object.keys(made).join(', ')})
     select ${Object.values(made).join(', ')}
       from (select n, ${issued} as issued_at, date_trunc('milliseconds', ${issued} + interval '1 day' * (1 + n % 7)) as due_at
               from generate_series(1, $3::int) n) row_made
       join patient_copy p on p.record_number = 'TL-' || n / 5`,
    [JSON.stringify([ask]), JSON.stringify(slice), rows],
  );
  await database.query('vacuum analyze');
  const seconds = (performance.now() - start) / 1000;
  return { seconds, owner: 'Coordinator 3', partner: 'partner-3', family: 'family17' };
}
