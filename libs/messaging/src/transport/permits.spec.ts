import fc from 'fast-check';
import { Permits } from './permits.js';

describe('Permits', () => {
  it('never runs more than the limit, and nothing beside what runs alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 30 }), fc.scheduler(), async (jobs, scheduler) => {
        const permits = new Permits(3);
        let running = 0;
        const work = (isAlone: boolean) => async (): Promise<void> => {
          running += 1;
          expect(running).toBeLessThanOrEqual(isAlone ? 1 : 3);
          await scheduler.schedule(Promise.resolve());
          expect(running).toBeLessThanOrEqual(isAlone ? 1 : 3);
          running -= 1;
        };
        const all = Promise.all(
          jobs.map((isAlone) => (isAlone ? permits.alone(work(true)) : permits.run(work(false)))),
        );
        await scheduler.waitFor(all);
        expect(running).toBe(0);
      }),
    );
  });

  it('gives the permit back when the work fails', async () => {
    const permits = new Permits(1);
    await expect(permits.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(permits.alone(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
