import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { AuditRetention } from '../src/audit/audit-retention.js';
import { AuditSealer } from '../src/audit/audit-sealer.js';
import { createServiceTest, type ServiceTest } from '../src/testing/index.js';
import { AuditedModule } from './support/audited.module.js';

interface Verification {
  sealed: number;
  expired: number;
  overdue: number;
  head: { number: number; hash: string } | null;
  broken: { number: number; entryId: string; why: string } | null;
}

let test: ServiceTest;
let sealer: AuditSealer;
beforeEach(async () => {
  test = await createServiceTest({ module: AuditedModule, service: 'therapy' });
  sealer = test.app.get(AuditSealer);
  // The tests say when.
  await sealer.beforeApplicationShutdown();
});
afterEach(() => test?.close());

const read = (times = 1) =>
  Promise.all(Array.from({ length: times }, () => test.request('GET', '/api/notes', { as: 'physician' })));
const verify = async (query = ''): Promise<Verification> =>
  (await test.request<Verification>('GET', `/api/ops/audit/verification${query}`, { as: 'operator' })).body;

/** As somebody who is past every trigger and policy. */
async function tamper(sql: string): Promise<void> {
  const url = new URL(process.env['ADMIN_DATABASE_URL'] ?? '');
  url.pathname = new URL((test.dataSource.options as { url: string }).url).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; ${sql}`);
  } finally {
    await client.end();
  }
}

it.each([
  ['update', `update audit_entry set actor_sub = 'somebody else'`],
  ['delete', `delete from audit_entry`],
  ['truncate', `truncate audit_entry`],
  ['update of seals', `update audit_seal set hash = repeat('0', 64)`],
  ['delete of seals', `delete from audit_seal`],
])('refuses %s, also to the owner of the tables', async (_, sql) => {
  await read();
  await sealer.sealAll();
  await expect(test.dataSource.query(sql)).rejects.toThrow(/append-only/);
});

describe('the chain', () => {
  it('holds for an empty log, and for one that everybody writes at once', async () => {
    expect(await verify()).toMatchObject({ sealed: 0, head: null, broken: null, overdue: 0 });
    await read(60);
    // Two that seal at the same time: one does it.
    await Promise.all([sealer.sealAll(), sealer.sealAll()]);
    await sealer.sealAll();
    expect(await verify()).toMatchObject({ sealed: 61, broken: null });
  });

  it('takes up an entry that was committed late', async () => {
    const late = test.dataSource.createQueryRunner();
    await late.startTransaction();
    await late.query(
      `insert into audit_entry (id, at, method, route, ids, patient_ids, status, trace) values ($1, now(), 'GET', '/late', '{}', '{}', 200, 't')`,
      [randomUUID()],
    );
    await read(3);
    await sealer.sealAll();
    await late.commitTransaction();
    await late.release();
    await read(2);
    await sealer.sealAll();
    expect(await verify()).toMatchObject({ sealed: 6, broken: null, overdue: 0 });
    const [row] = await test.dataSource.query<{ number: string }[]>(
      `select number from audit_seal join audit_entry on id = entry_id where route = '/late'`,
    );
    expect(Number(row?.number)).toBeGreaterThan(3);
  });

  it.each([
    ['another actor', `update audit_entry set actor_sub = 'nobody' where id = 'ID'`, /changed/],
    ['another time', `update audit_entry set at = at + interval '1 millisecond' where id = 'ID'`, /changed/],
    ['a patient less', `update audit_entry set patient_ids = '{}', ids = '{"id":"x"}' where id = 'ID'`, /changed/],
    ['an entry less', `delete from audit_entry where id = 'ID'`, /deleted/],
    [
      'an entry and its seal less',
      `delete from audit_entry where id = 'ID'; delete from audit_seal where entry_id = 'ID'`,
      /missing/,
    ],
    [
      'an entry less that is called old and exported',
      `delete from audit_entry where id = 'ID'; update audit_seal set sealed_at = sealed_at - interval '9 years' where entry_id = 'ID';
       insert into audit_export values (4, 'x', now(), 'mallory')`,
      /before the one before/,
    ],
  ])('shows where somebody tampered: %s', async (_, sql, why) => {
    await read(5);
    await sealer.sealAll();
    const [target] = await test.dataSource.query<{ id: string }[]>(
      `select entry_id as id from audit_seal where number = 3`,
    );
    await tamper(sql.replaceAll('ID', target?.id ?? ''));
    const { broken } = await verify();
    expect(broken?.why).toMatch(why);
    expect(broken?.number).toBe(/missing/.test(broken?.why ?? '') ? 4 : 3);
  });

  it('shows that its end was cut off, to whoever noted an earlier head', async () => {
    await read(4);
    await sealer.sealAll();
    const { head } = await verify();
    const query = `?number=${head?.number}&hash=${head?.hash}`;
    expect((await verify(query)).broken).toBeNull();
    await tamper(
      `delete from audit_entry where id = (select entry_id from audit_seal where number = 4); delete from audit_seal where number = 4`,
    );
    expect((await verify()).broken).toBeNull();
    expect((await verify(query)).broken?.why).toMatch(/noted earlier/);
  });

  it('counts what was kept out of it for longer than a minute, whatever the queue says', async () => {
    await read();
    await tamper(`update audit_entry set recorded_at = recorded_at - interval '2 minutes'; delete from audit_unsealed`);
    await sealer.sealAll();
    expect((await verify()).overdue).toBe(1);
  });
});

describe('no access without its entry', () => {
  const owner = `(select current_user)`;
  const refuseInserts = async (): Promise<void> => {
    const [row] = await test.dataSource.query<{ me: string }[]>(`select ${owner} as me`);
    await tamper(`revoke insert on audit_entry from ${row?.me}`);
  };

  it('holds a read answer back, and takes a write back', async () => {
    const note = { id: randomUUID(), patientId: randomUUID(), text: 'x' };
    await refuseInserts();
    const [answer] = await read();
    expect(answer).toMatchObject({ status: 503, body: { type: 'urn:throughline:problem:unavailable' } });
    expect(answer?.headers['content-type']).toMatch('application/problem+json');
    expect((await test.request('POST', '/api/notes', { as: 'physician', body: note })).status).toBe(500);
    expect(await test.dataSource.query('select 1 from note')).toEqual([]);
    expect((await test.request('GET', `/api/notes/${note.id}`)).status).toBe(503);
  });
});

describe('retention', () => {
  const age = (years: number) =>
    tamper(`update audit_entry set recorded_at = recorded_at - interval '${years} years' where id in (select entry_id from audit_seal where number <= 2);
            update audit_seal set sealed_at = sealed_at - interval '${years} years' where number <= 2`);
  const count = async (): Promise<number> =>
    (await test.dataSource.query<unknown[]>('select 1 from audit_entry')).length;

  /** Sealed when they were young: the hash covers the time, so the seals are made after they have aged. */
  const agedAndSealed = async (years: number): Promise<void> => {
    await read(2);
    await tamper(`update audit_entry set recorded_at = recorded_at - interval '${years} years'`);
    await sealer.sealAll();
    await read(2);
    await sealer.sealAll();
  };

  it('takes nothing that was not exported, and then only what is old enough; the chain goes on', async () => {
    await agedAndSealed(7);
    await test.app.get(AuditRetention).sweep();
    expect(await count()).toBe(4);
    const { head } = await verify();
    const as = 'administrator';
    expect(
      (await test.request('POST', '/api/ops/audit/exports', { as, body: { ...head, hash: 'f'.repeat(64) } })).status,
    ).toBe(400);
    expect((await test.request('POST', '/api/ops/audit/exports', { as, body: head })).status).toBe(201);
    await test.app.get(AuditRetention).sweep();
    const [left] = await test.dataSource.query<{ old: string }[]>(
      `select count(*) as old from audit_entry where recorded_at < now() - interval '6 years'`,
    );
    expect(left?.old).toBe('0');
    expect(await count()).toBeGreaterThanOrEqual(4);
  });

  it('has a floor that no setting and no export moves', async () => {
    await agedAndSealed(5);
    const { head } = await verify();
    await test.request('POST', '/api/ops/audit/exports', { as: 'administrator', body: head });
    await expect(test.dataSource.query('delete from audit_entry')).rejects.toThrow(/append-only/);
    await age(0);
  });
});
