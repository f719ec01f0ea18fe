import { readableLine } from './output.js';

describe('readableLine', () => {
  const line = (fields: object): string =>
    JSON.stringify({ level: 'info', time: new Date(2027, 3, 6, 12, 0, 1).toISOString(), service: 'x', ...fields });

  it('shows time, service, message and what was logged with it', () => {
    const shown = readableLine('pain-plan', line({ msg: 'listening', port: 3001, trace: 'a1' }), 'info');
    expect(shown).toBe('12:00:01 pain-plan         listening port=3001');
  });

  it('leaves out what is below the level', () => {
    expect(readableLine('pain-plan', line({ msg: 'x' }), 'warn')).toBeNull();
    expect(readableLine('pain-plan', line({ msg: 'x', level: 'error' }), 'warn')).toContain('x');
  });

  it('shows the stack of an error below it', () => {
    const shown = readableLine(
      'referral',
      line({ level: 'error', msg: 'failed', err: { stack: 'Error: no\n  at y' } }),
      'info',
    );
    expect(shown?.split('\n').slice(1)).toEqual(['    Error: no', '      at y']);
  });

  it('shows what is no log line as it is', () => {
    expect(readableLine('identity', 'plain words', 'error')).toMatch(/ identity +plain words$/);
    expect(readableLine('identity', '{cut off', 'error')).toMatch(/\{cut off$/);
    expect(readableLine('identity', '  ', 'info')).toBeNull();
  });
});
