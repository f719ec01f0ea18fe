import { measures, target as targetSchema } from '#contracts';
import { betterOf, measureFacts, rangeFault, scoresOutsidePlans, unitOf, worthOf } from './measures.js';

const stated = (measure: string, baseline: number, more: object = {}) =>
  targetSchema.parse({ id: 't', kind: 'function', measure, baseline, target: 0, status: 'open', ...more });

describe('Measures', () => {
  it.each(measures.map((measure) => [measure]))('know %s', (measure) => {
    const facts = measureFacts(measure);
    expect(facts.source).not.toBe('');
    if (measure !== 'own') {
      expect(facts.range![0]).toBeLessThan(facts.range![1]);
      expect(facts.worth((facts.range![0] + facts.range![1]) / 2)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['nrs', 8, 2],
    ['nrs', 4, 1.2],
    ['nrs', 0, 2],
    ['odi', 60, 10],
    ['odi', 20, 6],
    ['rmdq', 10, 3],
    ['headache-days', 4, 2],
    ['headache-days', 20, 6],
    ['walk-min', 10, 5],
    ['walk-min', 40, 8],
    ['walk-m', 400, 80],
    ['duty-h', 8, 1.6],
    ['promis-pi', 65, 3.5],
  ] as const)('count a change of %s from %d when it is %d', (measure, baseline, worth) => {
    expect(worthOf(stated(measure, baseline))).toBeCloseTo(worth);
  });

  it('take a fifth of the way of an own target, in the direction it states', () => {
    const own = stated('own', 2, { target: 12, unit: '{count}', label: 'stairs' });
    expect([worthOf(own), betterOf(own), unitOf(own)]).toEqual([2, 'up', '{count}']);
    expect(betterOf({ ...own, target: 0 })).toBe('down');
    expect(betterOf({ ...own, direction: 'down' })).toBe('down');
  });

  it('refuse what no instrument can say', () => {
    expect(rangeFault('nrs', 11)).toBe('must be from 0 to 10 (pain, 0 to 10)');
    expect(rangeFault('promis-pi', 39)).toContain('40 to 80');
    expect(rangeFault('nrs', 10)).toBeNull();
    expect(rangeFault('own', -400)).toBeNull();
    expect(scoresOutsidePlans).toEqual(['phq9', 'gad7', 'isi']);
  });
});
