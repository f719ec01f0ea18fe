import { QueryFailedError } from 'typeorm';
import { withoutContent } from './logger.js';

it('keeps what helps to find a fault, and nothing of the row it is about', () => {
  const driver = Object.assign(new Error('null value in column "born" violates not-null constraint'), {
    code: '23502',
    table: 'patient',
    detail: 'Failing row contains (1, Wexelblatt, Sam).',
    where: 'COPY patient, line 1: "Wexelblatt"',
  });
  const failed = new QueryFailedError('insert into patient values ($1, $2)', ['Wexelblatt', 'Sam'], driver);
  const logged = withoutContent(new Error('could not register', { cause: failed }));
  expect(JSON.stringify(logged)).not.toContain('Wexelblatt');
  expect(logged).toMatchObject({ message: 'could not register', cause: { code: '23502', table: 'patient' } });
  expect(withoutContent({ name: 'Wexelblatt' })).toEqual({ type: 'Object' });
});
