import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway } from './database.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

it.each<[string, unknown]>([
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a connection that was cut', withCode('ECONNRESET')],
  ['a server that shuts down', withCode('57P01')],
  ['a server that starts up', withCode('57P03')],
  ['too many connections', withCode('53300')],
  ['a failed query with such a cause', new QueryFailedError('select 1', [], withCode('08006'))],
  ['a driver that lost its connection', new Error('Connection terminated unexpectedly')],
  [
    'a connection that broke before its first statement',
    new Error('Client has encountered a connection error and is not queryable'),
  ],
  ['a transaction whose connection is gone', new QueryRunnerAlreadyReleasedError()],
  ['a manager whose connection is gone', new QueryRunnerProviderAlreadyReleasedError()],
])('%s is the database, not the request', (_, error) => expect(isDatabaseAway(error)).toBe(true));

it.each<[string, unknown]>([
  ['a broken constraint', new QueryFailedError('insert', [], withCode('23505'))],
  ['a wrong statement', withCode('42601')],
  ['a deadlock', withCode('40P01')],
  ['any other error', new Error('x')],
  ['nothing', null],
])('%s is not', (_, error) => expect(isDatabaseAway(error)).toBe(false));
