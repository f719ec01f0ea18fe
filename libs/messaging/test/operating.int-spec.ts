import { Module } from '@nestjs/common';
import { PlatformModule } from '#platform';
import { createServiceTest, type ServiceTest } from '#platform/testing';
import { MessagingModule, messagingMigrations } from '../src/index.js';
import { BatchWorker } from '../src/transport/batch-worker.js';
import { newKeys, toMessage } from './support/envelopes.js';
import { receivedBatch } from './support/received-batch.js';
import { BenchTables1767225600001, Script, StepController, steps } from './support/steps.js';

@Module({
  imports: [
    PlatformModule.forRoot({ service: 'therapy', migrations: [...messagingMigrations, BenchTables1767225600001] }),
    MessagingModule.forRoot({ service: 'therapy' }),
  ],
  controllers: [StepController],
  providers: [Script],
})
class OperatedModule {}

interface Parked {
  id: string;
  key: string;
  state: string;
}

describe('What an operator sees and does', () => {
  let service: ServiceTest;
  beforeAll(async () => {
    service = await createServiceTest({ module: OperatedModule, service: 'therapy', env: { LOG_LEVEL: 'fatal' } });
  });
  afterAll(() => service?.close());

  const [key = ''] = newKeys(1);
  const as = 'operator';
  const path = (rest: string): string => `/api/ops/messaging/${rest}`;

  it('shows a coordinator how it stands, and lets only operators and administrators see what is parked', async () => {
    expect((await service.request('GET', path('status'), { as: 'coordinator' })).status).toBe(200);
    expect((await service.request('GET', path('parked'), { as: 'coordinator' })).status).toBe(403);
    expect((await service.request('GET', path('status'), { as: 'partner:pt-north' })).status).toBe(403);
    expect((await service.request('GET', path('status'))).status).toBe(401);
    expect((await service.request('GET', path('status'), { as: 'administrator' })).status).toBe(200);
  });

  it('shows what is parked, without the payload', async () => {
    const script = service.app.get(Script, { strict: false });
    script.before = async () => {
      throw new Error('not today');
    };
    await service.app
      .get(BatchWorker, { strict: false })
      .work(receivedBatch(steps(key, 1, 3).map((event) => toMessage(event))));
    script.before = () => Promise.resolve();

    expect((await service.request('GET', path('status'), { as })).body).toEqual({
      service: 'therapy',
      outbox: { size: 0, oldestSeconds: 0 },
      parked: 3,
      relay: 'off',
      consumer: 'off',
      lag: null,
      consumes: [expect.stringMatching(/^throughline\./)],
      sent: {},
      handled: expect.any(Object) as unknown,
      lastHandledSecondsAgo: null,
    });
    expect((await service.request('GET', path('status'), { as: 'coordinator' })).status).toBe(200);
    const { body: parked } = await service.request<Parked[]>('GET', path('parked'), { as });
    expect(parked.map((row) => row.key)).toEqual([key, key, key]);
    const { body } = await service.request('GET', path(`parked/${parked[0]?.id}`), { as });
    expect(body).toMatchObject({ state: 'parked', tries: 3, error: expect.stringContaining('not today') });
    expect(JSON.stringify(body)).not.toContain('"step"');
    expect((await service.request('GET', '/metrics')).body).toContain('throughline_parked_messages 3');
    expect((await service.request('GET', path('parked/999'), { as })).status).toBe(404);
  });

  it('discards with a reason only, and replays the rest', async () => {
    const { body: parked } = await service.request<Parked[]>('GET', path('parked'), { as });
    const id = parked[0]?.id;
    expect((await service.request('POST', path('parked/discard'), { as, body: { id } })).status).toBe(400);
    expect(
      (await service.request('POST', path('parked/discard'), { as, body: { id, why: 'duplicate of 7' } })).status,
    ).toBe(200);
    expect(
      (await service.request('POST', path('parked/discard'), { as, body: { id, why: 'duplicate of 7' } })).status,
    ).toBe(409);
    expect((await service.request('GET', path(`parked/${id}`), { as })).body).toMatchObject({
      resolvedBy: 'operator',
      reason: 'duplicate of 7',
    });
    const replayed = await service.request('POST', path('parked/replay'), { as, body: { key: 'all' } });
    expect(replayed).toMatchObject({ status: 200, body: [{ key, replayed: 2, stoppedAt: null }] });
    expect(await service.dataSource.query('select step from effect where key = $1 order by number', [key])).toEqual([
      { step: 2 },
      { step: 3 },
    ]);
  });
});
