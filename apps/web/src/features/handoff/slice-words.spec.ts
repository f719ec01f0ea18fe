import { inOrder, lineOf } from './slice-words.js';

const zone = 'America/New_York';

describe('the words of a slice', () => {
  it('says what a target is, from where to where, by when', () => {
    const target = { due: '2027-01-05', status: 'open', target: 3, measure: 'pain', baseline: 8 };
    expect(lineOf(target, zone)).toBe('pain from 8 to 3 by 5 Jan 2027');
  });

  it('says when to go on, and to what', () => {
    const progression = { op: 'gte', then: 'hip hinge, then carries', value: 10, measure: 'walk-min' };
    expect(lineOf(progression, zone)).toBe('when walk min is at least 10: hip hinge, then carries');
  });

  it('says a restriction with its place and time, and leaves out what is not stated', () => {
    const restriction = {
      kg: null,
      from: '2026-11-24',
      until: '2027-01-05',
      region: 'lumbar spine',
      restriction: 'no flexion loading',
    };
    expect(lineOf(restriction, zone)).toBe('no flexion loading, lumbar spine, from 24 Nov 2026 until 5 Jan 2027');
  });

  it('says a dose as a clinician does', () => {
    expect(lineOf({ weeks: 6, minutes: 45, sessionsPerWeek: 2 }, zone)).toBe(
      '2 sessions a week, 45 minutes each, for 6 weeks',
    );
  });

  it('names a thing before its facts, whatever order they were stored in', () => {
    const diagnosis = { side: 'right', text: 'Sciatica', level: ['L5-S1'], status: 'confirmed' };
    expect(lineOf(diagnosis, zone)).toBe('Sciatica, right, L5-S1, confirmed');
    expect(
      inOrder({ until: '2027-01-01', ingredient: 'gabapentin', dose: 300, note: null }).map(([name]) => name),
    ).toEqual(['ingredient', 'dose', 'until']);
  });

  it('writes moments in the zone of the reader', () => {
    expect(lineOf({ procedure: 'epidural', at: '2026-12-01T15:00:00.000Z' }, 'America/Chicago')).toBe(
      'epidural, at Tue 1 Dec 2026, 09:00 CST',
    );
  });
});
