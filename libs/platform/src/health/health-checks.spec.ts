import { HealthChecks } from './health-checks.js';

it('names every trouble, also one without words', async () => {
  const checks = new HealthChecks();
  checks.register('well', () => undefined);
  checks.register('said', () => 'it lags');
  checks.register('thrown', () => Promise.reject(new Error('gone')));
  const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
  checks.register('wordless', () => Promise.reject(refused));
  expect(await checks.troubles()).toEqual({ said: 'it lags', thrown: 'gone', wordless: 'ECONNREFUSED' });
});

it('waits two seconds for a check, not longer', async () => {
  const checks = new HealthChecks();
  checks.register('silent', () => new Promise(() => undefined));
  expect(await checks.troubles()).toEqual({ silent: 'no answer within 2000 ms' });
});
