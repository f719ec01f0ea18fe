import { DomainError } from '#contracts';
import { isVisitOpen, requireReady, type StandingLink, stateOf, visitMinutes } from './link.states.js';

const at = (text: string): Date => new Date(`2027-04-06T${text}:00Z`);
const fresh: StandingLink = { expiresAt: at('18:00'), openedAt: null, closedAs: null };

describe('a one-time link', () => {
  it('waits to be opened until it expires', () => {
    expect(stateOf(fresh, at('17:59'))).toBe('ready');
    expect(stateOf(fresh, at('18:00'))).toBe('expired');
  });

  it('works once: whoever comes second is refused, before and after it would have expired', () => {
    const opened = { ...fresh, openedAt: at('10:00') };
    expect(stateOf(opened, at('10:01'))).toBe('used');
    expect(stateOf(opened, at('20:00'))).toBe('used');
  });

  it.each(['superseded', 'withdrawn', 'revoked'] as const)('that was %s stays so, opened or not', (closedAs) => {
    expect(stateOf({ ...fresh, closedAs }, at('09:00'))).toBe(closedAs);
    expect(stateOf({ ...fresh, openedAt: at('08:00'), closedAs }, at('20:00'))).toBe(closedAs);
  });

  it('is refused with its state, so that the page can say what to do', () => {
    expect(() => requireReady(fresh, at('10:00'))).not.toThrow();
    try {
      requireReady({ ...fresh, closedAs: 'revoked' }, at('10:00'));
      throw new Error('was let through');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: 'gone', extensions: { state: 'revoked' } });
    }
  });

  it('opens a visit of half an hour that ends early when the link is closed', () => {
    const opened = { ...fresh, openedAt: at('17:50') };
    expect(visitMinutes).toBe(30);
    expect(isVisitOpen(fresh, at('10:00'))).toBe(false);
    // Longer than the link itself would have lived.
    expect(isVisitOpen(opened, at('18:19'))).toBe(true);
    expect(isVisitOpen(opened, at('18:20'))).toBe(false);
    expect(isVisitOpen({ ...opened, closedAs: 'superseded' }, at('17:55'))).toBe(false);
  });
});
