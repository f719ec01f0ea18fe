import { provenVersion, readReplyCode, replyCode } from './reply-code.js';

const id = '3f2b8f0e-64a1-4d0c-9d38-2f0c3a0f9a11';
const handoff = { id, contentVersion: 3, throughVersion: 5 };

describe('the code of a printed page', () => {
  it('names the handoff and the version that it shows, however it is typed', () => {
    for (const version of [3, 4, 5]) {
      const code = replyCode(id, version);
      expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o')]) {
        const read = readReplyCode(typed);
        expect(read?.name).toBe(code.slice(0, 9).replace('-', ''));
        expect(provenVersion(handoff, read?.proof ?? '')).toBe(version);
      }
    }
  });

  it('is nothing with a slip of the pen, or of a version that the handoff does not cover', () => {
    for (const typed of ['', '1234-5678', '1234-5678-9ABCD', 'XYZX-5678-9ABC']) expect(readReplyCode(typed)).toBeNull();
    for (const version of [2, 6]) {
      expect(provenVersion(handoff, readReplyCode(replyCode(id, version))?.proof ?? '')).toBeNull();
    }
    const [first = '', ...rest] = replyCode(id, 5).split('').reverse();
    const slipped = [first === 'A' ? 'B' : 'A', ...rest].reverse().join('');
    expect(provenVersion(handoff, readReplyCode(slipped)?.proof ?? '')).not.toBe(5);
  });
});
