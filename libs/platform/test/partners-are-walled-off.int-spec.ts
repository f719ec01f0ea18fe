import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import fc from 'fast-check';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { Answers, asService, openToAll, partnerRows, PlatformModule, Roles, Transactions } from '../src/index.js';
import { createServiceTest, type ServiceTest } from '../src/testing/index.js';

class Letters1767225600000 implements MigrationInterface {
  readonly name = 'Letters1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table letter (id uuid primary key, partner_id text, text text not null)`);
    await partnerRows(runner, 'letter');
  }

  async down(runner: QueryRunner): Promise<void> {
    await openToAll(runner, 'letter');
    await runner.query(`drop table letter`);
  }
}

const written = z.strictObject({
  id: z.uuid(),
  partnerId: z.string().nullable(),
  asService: z.boolean().default(false),
});
const rows = z.array(z.object({ partnerId: z.string().nullable() }));
type Rows = z.infer<typeof rows>;

/** As careless as code can be: no condition anywhere. */
@Controller('api/letters')
@Roles('partner', 'coordinator')
class LetterController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Answers(rows)
  async all(@Query('after', { schema: z.coerce.number().default(0) }) afterMs: number): Promise<Rows> {
    await pause(afterMs);
    return this.dataSource.query<Rows>(`select partner_id as "partnerId" from letter`);
  }

  @Get('in-a-transaction')
  @Answers(rows)
  inTransaction(): Promise<Rows> {
    return this.transactions.run(async (tx) => {
      await pause(1);
      return tx.query<Rows>(`select partner_id as "partnerId" from letter`);
    });
  }

  @Post()
  @Answers(rows, { status: 201 })
  write(@Body({ schema: written }) letter: z.infer<typeof written>): Promise<Rows> {
    return this.transactions.run(async (tx) => {
      const write = () =>
        tx.query(
          `insert into letter values ($1, $2, 'x') on conflict (id) do update set partner_id = excluded.partner_id`,
          [letter.id, letter.partnerId],
        );
      await (letter.asService ? asService(tx, write) : write());
      return tx.query<Rows>(`select partner_id as "partnerId" from letter`);
    });
  }

  @Post('overwrite')
  @Answers(z.object({ changed: z.number() }))
  async overwrite(): Promise<{ changed: number }> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(`update letter set text = 'mine'`);
    return { changed };
  }

  @Post('failing')
  @Answers(rows)
  failing(): Promise<Rows> {
    return this.transactions.run((tx) => asService(tx, () => tx.query<Rows>('select 1 / 0')));
  }
}

@Module({
  imports: [PlatformModule.forRoot({ service: 'therapy', migrations: [Letters1767225600000] })],
  controllers: [LetterController],
})
class LetterModule {}

let test: ServiceTest;
const partners = ['pt-north', 'pt-south', 'pt-east'];

beforeAll(async () => {
  // Fewer connections than requests: each one serves everybody in turn.
  test = await createServiceTest({ module: LetterModule, service: 'therapy', env: { DATABASE_POOL_SIZE: '3' } });
});
beforeEach(async () => {
  await test.dataSource.query('delete from letter');
  for (const partnerId of [...partners, null])
    await test.dataSource.query(`insert into letter values ($1, $2, 'x')`, [randomUUID(), partnerId]);
});
afterAll(() => test?.close());

const seenBy = async (as: string, path = '/api/letters'): Promise<unknown[]> =>
  (await test.request<Rows>('GET', path, { as })).body.map(({ partnerId }) => partnerId);

it('shows a partner its own rows only, though the statement has no condition; the clinic and the service see all', async () => {
  for (const path of ['/api/letters', '/api/letters/in-a-transaction']) {
    expect(await seenBy('partner:pt-north', path)).toEqual(['pt-north']);
    expect(await seenBy('partner:nobody-yet', path)).toEqual([]);
    expect(await seenBy('coordinator', path)).toHaveLength(4);
  }
  expect(await test.dataSource.query('select 1 from letter')).toHaveLength(4);
});

it("refuses to write a row of another partner, or nobody's, and to touch one that is there", async () => {
  const write = (as: string, body: object) => test.request<Rows>('POST', '/api/letters', { as, body });
  expect((await write('partner:pt-north', { id: randomUUID(), partnerId: 'pt-north' })).status).toBe(201);
  expect((await write('partner:pt-north', { id: randomUUID(), partnerId: 'pt-south' })).status).toBe(500);
  expect((await write('partner:pt-north', { id: randomUUID(), partnerId: null })).status).toBe(500);
  const [own] = await test.dataSource.query<{ id: string }[]>(`select id from letter where partner_id = 'pt-north'`);
  expect((await write('partner:pt-north', { id: own?.id, partnerId: 'pt-south' })).status).toBe(500);
  const answer = await test.request('POST', '/api/letters/overwrite', { as: 'partner:pt-south' });
  expect(answer.body).toEqual({ changed: 1 });
});

it('lets the service do its own part within a request, and closes the wall again behind it', async () => {
  const body = { id: randomUUID(), partnerId: 'pt-south', asService: true };
  const answer = await test.request<Rows>('POST', '/api/letters', { as: 'partner:pt-north', body });
  expect(answer.body).toEqual([{ partnerId: 'pt-north' }]);
  expect(await test.dataSource.query(`select 1 from letter where partner_id = 'pt-south'`)).toHaveLength(2);
  expect((await test.request('POST', '/api/letters/failing', { as: 'partner:pt-north' })).status).toBe(500);
  expect(await seenBy('partner:pt-north')).toEqual(['pt-north']);
});

it('never leaks from one request to the next on the same connection, in whatever order they come', async () => {
  const readers = fc.constantFrom('coordinator', ...partners.map((slug) => `partner:${slug}`));
  const request = fc.record({
    as: readers,
    path: fc.constantFrom('/api/letters', '/api/letters?after=2', '/api/letters/in-a-transaction'),
    fails: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 6, maxLength: 24 }), async (requests) => {
      const seen = await Promise.all(
        requests.map(async ({ as, path, fails }) => {
          if (fails) await test.request('POST', '/api/letters/failing', { as });
          return seenBy(as, path);
        }),
      );
      const expected = requests.map(({ as }) => (as === 'coordinator' ? 4 : [as.slice('partner:'.length)]));
      expect(seen.map((rows, at) => (requests[at]?.as === 'coordinator' ? rows.length : rows))).toEqual(expected);
      // Work of the service itself, on connections that partners had just now.
      const own = await Promise.all([1, 2, 3].map(() => test.dataSource.query<unknown[]>('select 1 from letter')));
      expect(own.map(({ length }) => length)).toEqual([4, 4, 4]);
    }),
    { numRuns: 40 },
  );
});
