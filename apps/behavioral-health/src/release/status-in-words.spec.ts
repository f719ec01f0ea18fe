import { statusInWords } from './status-in-words.js';

describe('statusInWords', () => {
  it.each([
    ['cbt', 'requested', null, 'requested'],
    ['pain-psychology', 'engaged', null, 'engaged'],
    ['sleep', 'completed', null, 'completed'],
    ['cbt', 'stopped', null, 'stopped'],
    ['pre-implant-evaluation', 'engaged', 'pending', 'engaged'],
    ['pre-implant-evaluation', 'completed', 'cleared', 'evaluation complete: no contraindication'],
    ['pre-implant-evaluation', 'completed', 'not-cleared', 'evaluation complete'],
  ] as const)('%s %s %s: %s', (kind, state, clearance, words) => {
    expect(statusInWords({ kind, state, clearance })).toBe(words);
  });
});
