import type { PlanDocumentInput } from '#contracts';
import { startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

type Json = Record<string, unknown>;

const diagnosis = therapyPlan.diagnoses![0]!;
const rehab = therapyPlan.rehab![0]!;
const target = therapyPlan.targets![0]!;
const medicine = { id: 'm1', ingredient: { display: 'naproxen' }, class: 'nsaid', status: 'active' };
const block = { id: 'p1', type: 'occipital-block', intent: 'therapeutic', status: 'planned' };
const flag = { id: 'g1', kind: 'fracture', observedAt: '2027-04-06T08:00:00-04:00', status: 'active' };

/** What is wrong, the status of the answer, the field that it names, and what the document says instead. */
const rows: [title: string, status: number, path: string, wrong: Json][] = [
  ['an unknown field', 400, 'document.surprise', { surprise: true }],
  ['a list that is an object', 400, 'document.medications', { medications: {} }],
  ['a missing required field', 400, 'document.diagnoses[0].code', { diagnoses: [{ ...diagnosis, code: undefined }] }],
  ['an unknown word', 400, 'document.status', { status: 'paused' }],
  ['an unknown kind of procedure', 400, 'document.procedures[0].type', { procedures: [{ ...block, type: 'x' }] }],
  ['a code of no classification', 400, 'document.diagnoses[0].code', { diagnoses: [{ ...diagnosis, code: 'back' }] }],
  ['a date that no calendar has', 400, 'document.reviewDate', { reviewDate: '2027-02-30' }],
  ['a date of another age', 400, 'document.reviewDate', { reviewDate: '0027-02-03' }],
  ['a date without end', 400, 'document.reviewDate', { reviewDate: '9999-12-31' }],
  [
    'a moment without an offset',
    400,
    'document.procedures[0].scheduledAt',
    {
      procedures: [{ ...block, scheduledAt: '2027-05-01T10:00:00' }],
    },
  ],
  [
    'a moment of another age',
    400,
    'document.procedures[0].scheduledAt',
    {
      procedures: [{ ...block, scheduledAt: '9999-05-01T10:00:00Z' }],
    },
  ],
  [
    'a relief of 101 percent',
    400,
    'document.procedures[0].result.reliefPercent',
    {
      procedures: [{ ...block, status: 'done', doneAt: '2027-04-05T10:00:00Z', result: { reliefPercent: 101 } }],
    },
  ],
  ['a dose below nothing', 400, 'document.medications[0].dose', { medications: [{ ...medicine, dose: -1 }] }],
  [
    'a duration that is none',
    400,
    'document.procedures[0].result.duration',
    {
      procedures: [{ ...block, result: { reliefPercent: 50, duration: '6 hours' } }],
    },
  ],
  ['an id of other signs', 400, 'document.targets[0].id', { targets: [{ ...target, id: 'a b' }] }],
  ['a sign that no database holds', 400, 'document.notes', { notes: 'a\u0000b' }],
  ['half a sign', 400, 'document.notes', { notes: 'a\ud800b' }],
  ['too long a text', 400, 'document.notes', { notes: 'x'.repeat(4001) }],
  [
    'too many items',
    400,
    'document.lifestyle',
    {
      lifestyle: Array.from({ length: 21 }, (_, n) => ({ id: `l${n}`, kind: 'sleep' })),
    },
  ],
  ['an id twice', 422, 'document.medications[1].id', { medications: [medicine, medicine] }],
  ['a link to nothing', 422, 'document.rehab[0].targets[0]', { rehab: [{ ...rehab, targets: ['t9'] }] }],
  [
    'something seen tomorrow',
    422,
    'document.redFlags[0].observedAt',
    {
      redFlags: [{ ...flag, observedAt: '2027-04-08T08:00:00-04:00' }],
    },
  ],
  [
    'something done tomorrow',
    422,
    'document.procedures[0].doneAt',
    {
      procedures: [{ ...block, status: 'done', doneAt: '2027-04-07T10:00:00-04:00' }],
    },
  ],
  [
    'steps that do not ascend',
    422,
    'document.medications[0].steps[1].date',
    {
      medications: [
        {
          ...medicine,
          steps: [
            { date: '2027-05-02', dose: 1 },
            { date: '2027-05-01', dose: 2 },
          ],
        },
      ],
    },
  ],
  [
    'a booking without a date',
    422,
    'document.procedures[0].scheduledAt',
    {
      procedures: [{ ...block, status: 'scheduled' }],
    },
  ],
  [
    'an unmet prerequisite',
    422,
    'document.procedures[0].prerequisite',
    {
      procedures: [{ ...block, type: 'rfa-genicular' }],
    },
  ],
  [
    'an opioid without its stewardship',
    422,
    'document.medications[0].stewardship',
    {
      medications: [{ ...medicine, class: 'opioid' }],
    },
  ],
  ['an end without a reason', 422, 'document.statusReason', { status: 'revoked' }],
];

describe('A bad document', () => {
  let context: Context;
  let planId: string;
  beforeAll(async () => {
    context = await startPainPlan();
    planId = (await context.newPlan()).id;
  });
  afterAll(() => context.close());

  /** Every row of every table but the platform's own of idempotency keys. */
  const everything = async (): Promise<unknown> => {
    const tables = await context.dataSource.query<{ name: string }[]>(
      // But for the audit, in which the attempt itself is.
      `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'audit\\_%' order by tablename`,
    );
    const counts: Json = {};
    for (const { name } of tables) {
      const [row] = await context.dataSource.query<{ all: string }[]>(
        `select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as all from "${name}" t`,
      );
      counts[name] = row?.all;
    }
    return counts;
  };

  const send = (document: unknown) => {
    const body = { document, reason: 'Bad' };
    const headers = { 'if-match': '"1"', 'idempotency-key': 'bad-document' };
    return context.request('POST', `/api/plans/${planId}/versions`, { as: 'physician', body, headers });
  };

  it.each(rows)('with %s is refused with %i at %s', async (_, status, path, wrong) => {
    const before = await everything();
    const answer = await send({ ...therapyPlan, ...wrong } as PlanDocumentInput);
    const { errors } = answer.body as { errors: { path: string; message: string }[] };
    expect({ status: answer.status, paths: errors?.map((error) => error.path) }).toEqual({ status, paths: [path] });
    expect(errors[0]?.message).not.toBe('');
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['draft', 'PUT', (document: unknown) => ({ document, basedOn: 1 })],
    ['preview', 'POST', (document: unknown) => ({ document })],
  ] as const)('is no better as a %s', async (what, method, bodyOf) => {
    const before = await everything();
    const answer = await context.request(method, `/api/plans/${planId}/${what}`, {
      as: 'physician',
      body: bodyOf({ ...therapyPlan, reviewDate: '2027-02-30', notes: '\u0000' }),
      headers: { 'if-match': '"1"' },
    });
    expect(answer.status).toBe(400);
    expect(await everything()).toEqual(before);
  });

  it('of five megabytes is too large', async () => {
    const before = await everything();
    expect((await send({ ...therapyPlan, notes: 'x'.repeat(5_000_000) })).status).toBe(413);
    expect(await everything()).toEqual(before);
  });

  it('that is as deep as it is long is refused like any other', async () => {
    const before = await everything();
    const depth = 100_000;
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const object = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    for (const document of [deep, object, `{"notes":${deep}}`, `{"diagnoses":[{"id":"d","code":${object}}]}`]) {
      const answer = await context.request('POST', `/api/plans/${planId}/versions`, {
        as: 'physician',
        body: `{"reason":"Deep","document":${document}}`,
        headers: { 'if-match': '"1"', 'content-type': 'application/json' },
      });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'document' }] } });
    }
    expect(await everything()).toEqual(before);
  });

  it('that is no JSON at all is refused', async () => {
    const answer = await context.request('POST', `/api/plans/${planId}/versions`, {
      as: 'physician',
      body: '{"document":',
      headers: { 'if-match': '"1"', 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });
});
