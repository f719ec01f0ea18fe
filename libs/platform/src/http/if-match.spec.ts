import { parseIfMatch } from './if-match.js';

it.each([
  ['"3"', 3],
  ['W/"12"', 12],
  ['7', 7],
  [' "0" ', 0],
])('reads %s', (header, version) => expect(parseIfMatch(header)).toBe(version));

it.each([undefined, ''])('needs one', (header) => {
  expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ code: 'precondition-required' }));
});

it.each(['*', '"three"', '-1', '3.5', '"1", "2"'])('refuses %s', (header) => {
  expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
