import { afterFailure, type Breaker, closedBreaker, failuresToOpen, mostInFlight, roomOf, stateOf } from './breaker.js';

const now = new Date('2027-04-06T13:00:00Z');
const inMinutes = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const after = (failures: number): Breaker =>
  Array.from({ length: failures }).reduce<Breaker>((breaker) => afterFailure(breaker, now), closedBreaker);

describe('the breaker of an endpoint', () => {
  it('stays closed until the fifth failure in a row', () => {
    expect(stateOf(after(failuresToOpen - 1), now)).toBe('closed');
    expect(roomOf(after(failuresToOpen - 1), 1, now)).toBe(mostInFlight - 1);
  });

  it('then opens, longer each time, half an hour at most', () => {
    const minutes = [5, 6, 7, 8, 9, 10, 50].map((failures) => after(failures).openUntil);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 30, 30].map(inMinutes));
    expect([stateOf(after(5), now), roomOf(after(5), 0, now)]).toEqual(['open', 0]);
  });

  it('lets one probe through when its pause is over', () => {
    const later = inMinutes(1);
    expect(stateOf(after(5), later)).toBe('half-open');
    expect([roomOf(after(5), 0, later), roomOf(after(5), 1, later), roomOf(after(5), 3, later)]).toEqual([1, 0, 0]);
  });
});
