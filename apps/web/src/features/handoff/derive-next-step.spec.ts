import type { ReferralState } from '#contracts';
import { nextStep } from './derive-next-step.js';

const open = {
  status: 'open',
  contested: false,
  overdue: false,
  undeliverableSince: null,
  deliveredAt: 'then',
} as const;
const done = { ...open, status: 'acknowledged' } as const;
const referral = (state: ReferralState, ...allowed: string[]) => ({ state, allowed, family: null });

describe('the next step', () => {
  it('is to choose somebody while nobody is asked, and only for the coordinator', () => {
    const unassigned = { ...open, status: 'unassigned' } as const;
    expect(nextStep(unassigned, null, 'coordinator').action).toEqual({ kind: 'assign' });
    expect(nextStep(unassigned, null, 'physician')).toEqual({ why: 'unassigned', action: null });
  });

  it('is to remind while the partner is silent, said differently when its time is over', () => {
    expect(nextStep(open, referral('sent'), 'coordinator')).toEqual({ why: 'waits', action: { kind: 'remind' } });
    expect(nextStep({ ...open, overdue: true }, referral('sent'), 'coordinator').why).toBe('overdue');
  });

  it('is to send again what never arrived', () => {
    const lost = { ...open, deliveredAt: null, undeliverableSince: 'then' };
    expect(nextStep(lost, referral('undeliverable'), 'coordinator').action).toEqual({ kind: 'resend' });
  });

  it('is the answer to questions before anything else', () => {
    expect(nextStep({ ...open, overdue: true }, referral('info-requested', 'answer'), 'coordinator').action).toEqual({
      kind: 'move',
      event: 'answer',
    });
  });

  it('is the physician’s word while something is contested', () => {
    const contested = { ...open, contested: true };
    expect(nextStep(contested, referral('accepted'), 'physician').action).toEqual({ kind: 'reply' });
    expect(nextStep(contested, referral('accepted'), 'coordinator').action).toBeNull();
  });

  it('is another clinic after a decline, and the missing piece after a decline for want of it', () => {
    expect(nextStep(done, referral('declined', 'transfer'), 'coordinator').action).toEqual({
      kind: 'move',
      event: 'transfer',
    });
    expect(
      nextStep(done, { ...referral('declined', 'answer', 'transfer'), family: 'information' }, 'coordinator').why,
    ).toBe('declinedForInformation');
  });

  it('never offers what the server does not allow', () => {
    expect(nextStep(done, referral('completed'), 'partner')).toEqual({ why: 'completed', action: null });
    expect(nextStep(done, referral('completed', 'confirm'), 'physician').action).toEqual({
      kind: 'move',
      event: 'confirm',
    });
    expect(nextStep(done, referral('closed-confirmed', 'reopen'), 'coordinator')).toEqual({
      why: 'over',
      action: null,
    });
  });
});
