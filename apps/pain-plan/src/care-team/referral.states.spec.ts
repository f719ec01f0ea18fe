import { endReason, followsOn } from './referral.states.js';

describe('A referral in the ledger', () => {
  it('never goes back when an older event arrives late', () => {
    expect(followsOn(null, 'sent')).toBe(true);
    expect(followsOn('sent', 'accepted')).toBe(true);
    expect(followsOn('accepted', 'sent')).toBe(false);
    expect(followsOn('completed', 'accepted')).toBe(false);
    expect(followsOn('declined', 'declined')).toBe(false);
  });

  it('ends the member that declined, was called off, or answered the one question it was asked', () => {
    expect(endReason('declined', 'physical-therapy')).toBe('declined');
    expect(endReason('cancelled', 'physical-therapy')).toBe('removed');
    expect(endReason('completed', 'imaging')).toBe('completed');
    expect(endReason('completed', 'physical-therapy')).toBeNull();
    expect(endReason('accepted', 'imaging')).toBeNull();
    expect(endReason('entered-in-error', 'imaging')).toBe('removed');
  });

  it('keeps who declined for want of information: the same referral goes on when it is there', () => {
    expect(endReason('declined', 'physical-therapy', 'information')).toBeNull();
    expect(endReason('declined', 'physical-therapy', 'capacity')).toBe('declined');
    expect(followsOn('declined', 'received')).toBe(true);
  });
});
