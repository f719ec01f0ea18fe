import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from '../testing/test-clock.js';
import { OffsetClock } from './clock.js';

describe('OffsetClock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-clock-'));
  const file = join(folder, 'clock');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the system clock without a file, and follows the file from one call to the next', () => {
    const clock = new OffsetClock(file);
    const offset = (): number => Math.round((clock.now().getTime() - Date.now()) / 1000) + 0; // no minus zero
    expect(offset()).toBe(0);
    writeFileSync(file, '259200000');
    expect(offset()).toBe(259_200);
    writeFileSync(file, '-60000\n');
    expect(offset()).toBe(-60);
    writeFileSync(file, 'half a num');
    expect(offset()).toBe(0);
  });
});

describe('TestClock', () => {
  it('stands still on Tuesday morning until it is moved', () => {
    const clock = new TestClock();
    expect(clock.now().toISOString()).toBe('2027-04-06T13:00:00.000Z');
    clock.advance('P1W3DT90M');
    expect(clock.now().toISOString()).toBe('2027-04-16T14:30:00.000Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });

  it('refuses what is not a duration', () => {
    expect(() => new TestClock().advance('3 days')).toThrow('not a duration');
  });
});
