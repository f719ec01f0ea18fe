import { z } from 'zod';
import { failureKind } from './failure-kind.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('failureKind', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '08006', '53300', '40001', '40P01'])(
    '%s is the world being down',
    (code) => {
      expect(failureKind(withCode(code))).toBe('world');
      expect(failureKind(Object.assign(new Error('query failed'), { driverError: withCode(code) }))).toBe('world');
    },
  );

  it('a connection that broke in the middle of a query is the world being down', () => {
    expect(failureKind(new Error('Connection terminated unexpectedly'))).toBe('world');
  });

  it.each([
    ['a broken constraint', withCode('23505')],
    ['a handler bug', new TypeError('x is not a function')],
    ['data that breaks its contract', z.string().safeParse(1).error],
    ['something that is no error', 'oops'],
  ])('%s is the message being the trouble', (_, error) => {
    expect(failureKind(error)).toBe('message');
  });
});
