import { pauseAfterTry, pauseForTheWorld, triesBeforeParking } from './retry-schedule.js';

describe('retry schedule', () => {
  it('gives a failing message short pauses, so that nobody waits long for it', () => {
    const total = Array.from({ length: triesBeforeParking - 1 }, (_, at) => pauseAfterTry(at + 1)).reduce(
      (sum, ms) => sum + ms,
      0,
    );
    expect(total).toBe(200);
  });

  it('waits longer and longer for the world, but never more than three seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(pauseForTheWorld)).toEqual([100, 200, 400, 800, 1600, 3000, 3000, 3000]);
  });
});
