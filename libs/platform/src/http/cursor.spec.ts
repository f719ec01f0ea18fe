import fc from 'fast-check';
import { z } from 'zod';
import { encodeCursor, readCursor } from './cursor.js';

const position = z.tuple([z.string(), z.int()]);

it('gives back what went in, and is safe in a URL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, number) => {
      const cursor = encodeCursor([text, number]);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(readCursor(cursor, position)).toEqual([text, number]);
    }),
  );
});

it('is null without one', () => {
  expect([readCursor(undefined, position), readCursor('', position)]).toEqual([null, null]);
});

it.each([
  ['that we did not make', '!'],
  ['that is cut off', encodeCursor(['a', 1]).slice(0, 4)],
  ['of another list', encodeCursor(['a', 'b'])],
])('refuses one %s', (_, cursor) =>
  expect(() => readCursor(cursor, position)).toThrow(
    expect.objectContaining({ code: 'invalid-input', errors: [expect.objectContaining({ path: 'cursor' })] }),
  ),
);
