import { randomUUID } from 'node:crypto';
import {
  type CallHandler,
  Controller,
  type ExecutionContext,
  Injectable,
  Module,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import { currentTraceparent, PlatformModule, withTrace } from '#platform';
import { createServiceTest, type ServiceTest } from '#platform/testing';
import { type EventContext, MessagingModule, messagingMigrations, OnEvent, Outbox } from '../src/index.js';
import { appendedEvents, deliver, eventSpy } from '../src/testing/index.js';
import { BenchTables1767225600001, Script, step, StepController, type StepTaken, stepTaken } from './support/steps.js';

const calls: string[] = [];

@Injectable()
class Recorder implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    calls.push(`${context.getType()} ${context.getHandler().name}`);
    return next.handle();
  }
}

@Controller()
@UseInterceptors(Recorder)
class AnsweringController {
  constructor(private readonly outbox: Outbox) {}

  @OnEvent(stepTaken)
  async answer(@Payload() event: StepTaken, @Ctx() { tx }: EventContext): Promise<void> {
    calls.push(currentTraceparent()?.slice(3, 35) ?? 'no trace');
    if (event.data.step < 100) await this.outbox.append(tx, step(event.subject, event.data.step + 100));
  }
}

@Module({
  imports: [
    PlatformModule.forRoot({ service: 'therapy', migrations: [...messagingMigrations, BenchTables1767225600001] }),
    MessagingModule.forRoot({ service: 'therapy' }),
  ],
  controllers: [StepController, AnsweringController],
  providers: [Script],
})
class HandlersModule {}

describe('@OnEvent', () => {
  let service: ServiceTest;
  beforeAll(async () => {
    service = await createServiceTest({ module: HandlersModule, service: 'therapy' });
  });
  beforeEach(async () => {
    calls.length = 0;
    await service.dataSource.query('delete from outbox');
    service.app.get(Script, { strict: false }).before = () => Promise.resolve();
  });
  afterAll(() => service?.close());

  const key = randomUUID();
  const effects = (): Promise<unknown[]> => service.dataSource.query('select step from effect order by number');

  it('runs every handler of an event in one transaction, through interceptors; what it publishes continues the trace', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const trace = traceparent.slice(3, 35);
    await withTrace(traceparent, () =>
      service.dataSource.transaction((tx) => service.app.get(Outbox).append(tx, step(key, 1))),
    );
    const [published] = await appendedEvents(service.dataSource);
    expect(published).toMatchObject({
      source: 'urn:throughline:therapy',
      subject: key,
      traceparent: expect.stringContaining(trace),
    });

    const spy = eventSpy(service.app);
    expect(await deliver(service.app, step(key, 1))).toBe('done');
    expect((await spy.handled(stepTaken, ({ data }) => data.step === 1)).subject).toBe(key);
    expect(calls[0]).toBe('rpc answer');
    expect(await effects()).toEqual([{ step: 1 }]);
    expect((await appendedEvents(service.dataSource)).map(({ data }) => data)).toEqual([{ step: 1 }, { step: 101 }]);
  });

  it('has one effect when delivered twice', async () => {
    const id = randomUUID();
    expect(await deliver(service.app, step(key, 2), id)).toBe('done');
    expect(await deliver(service.app, step(key, 2), id)).toBe('already-done');
    expect(await appendedEvents(service.dataSource)).toHaveLength(1);
  });

  it('leaves nothing behind when one handler fails, not even the memory of the event', async () => {
    const id = randomUUID();
    const script = service.app.get(Script, { strict: false });
    const before = await effects();
    script.before = async () => {
      throw new Error('no');
    };
    await expect(deliver(service.app, step(key, 3), id)).rejects.toThrow('no');
    expect(await effects()).toEqual(before);
    expect(await appendedEvents(service.dataSource)).toEqual([]);
    script.before = () => Promise.resolve();
    expect(await deliver(service.app, step(key, 3), id)).toBe('done');
  });

  it('refuses a second event on the same method, which Nest would lose silently', () => {
    const descriptor = { value: async () => undefined };
    OnEvent(stepTaken)({}, 'method', descriptor);
    expect(() => OnEvent(stepTaken)({}, 'method', descriptor)).toThrow('one @OnEvent');
  });
});
