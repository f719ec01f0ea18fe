import { z } from 'zod';
import { failureKind } from './failure-kind.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('failureKind', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '08006', '53300', '53100', '40001', '40P01'])(
    '%s is the world being down',
    (code) => {
      expect(failureKind(withCode(code))).toBe('world');
      expect(failureKind(Object.assign(new Error('query failed'), { driverError: withCode(code) }))).toBe('world');
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'Connection is closed.', // ioredis
  ])('"%s" is the world being down', (message) => {
    expect(failureKind(new Error(message))).toBe('world');
  });

  it('Redis that does not answer is the world being down', () => {
    const error = new Error('Reached the max retries per request limit (which is 20).');
    error.name = 'MaxRetriesPerRequestError';
    expect(failureKind(error)).toBe('world');
  });

  it.each([
    ['a broken constraint', withCode('23505')],
    ['a statement that takes too long', withCode('57014')],
    ['a handler bug', new TypeError('x is not a function')],
    ['data that breaks its contract', z.string().safeParse(1).error],
    ['something that is no error', 'oops'],
  ])('%s is the message being the trouble', (_, error) => {
    expect(failureKind(error)).toBe('message');
  });
});
