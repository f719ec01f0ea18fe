import { DomainError, referralEvents, type ReferralState, referralStates, waitingOns } from '#contracts';
import {
  allowedReferralEvents,
  checkReferralMove,
  isEndedReferral,
  nextReferralState,
  type ReferralFacts,
  referralLeadsTo,
  referralWaitsOn,
} from './referral-machine.js';
import { eventNeeds, type LoopEvent, type ReferralMover, referralMovers, systemEvents } from './referral-table.js';

const facts = (state: ReferralState, over: Partial<ReferralFacts> = {}): ReferralFacts => ({
  state,
  before: state === 'on-hold' ? 'interim' : null,
  family: null,
  holdCause: null,
  missing: [],
  isFollowed: false,
  isRead: false,
  owesSummary: false,
  ...over,
});

const everyEvent: readonly LoopEvent[] = [...referralEvents, ...systemEvents];
const initials: Record<ReferralMover, string> = { partner: 'p', coordinator: 'c', physician: 'd', system: 's' };

/**
 * The loop once more, written by hand and not read from the table: state, then `event>next:who` with p(artner), c(oordinator), d(octor),
 * s(ystem). Every pair of state and event that stands nowhere here must be refused to everybody.
 */
const loop: Record<ReferralState, string> = {
  draft: 'send>sent:s enter-in-error>entered-in-error:cd',
  sent:
    'receive>received:pc accept>accepted:pc decline>declined:pc request-information>info-requested:pc cancel>cancelled:cd ' +
    'transfer>cancelled:c enter-in-error>entered-in-error:cd undeliver>undeliverable:s',
  undeliverable:
    'receive>received:pc accept>accepted:pc decline>declined:pc request-information>info-requested:pc cancel>cancelled:cd ' +
    'transfer>cancelled:c enter-in-error>entered-in-error:cd deliver>sent:s',
  received:
    'accept>accepted:pc decline>declined:pc request-information>info-requested:pc cancel>cancel-requested:cd ' +
    'transfer>cancelled:c enter-in-error>entered-in-error:cd',
  'info-requested':
    'accept>accepted:pc decline>declined:pc request-information>info-requested:pc answer>received:cd cancel>cancelled:cd ' +
    'transfer>cancelled:c enter-in-error>entered-in-error:cd',
  accepted:
    'decline>declined:pc wait-list>waitlisted:pc book>scheduled:pcs start>interim:pcs report>interim:pcs hold>on-hold:pcd ' +
    'complete>completed:pcs fail>failed:pc cancel>cancel-requested:cd transfer>cancelled:c enter-in-error>entered-in-error:cd',
  waitlisted:
    'decline>declined:pc wait-list>waitlisted:pc book>scheduled:pcs start>interim:pcs report>interim:pcs ' +
    'complete>completed:pcs fail>failed:pc cancel>cancel-requested:cd transfer>cancelled:c enter-in-error>entered-in-error:cd',
  scheduled:
    'rebook>scheduled:pcs miss>no-show:pcs cancel-visit>appointment-cancelled:pcs start>interim:pcs report>interim:pcs ' +
    'hold>on-hold:pcd complete>completed:pcs fail>failed:pc cancel>cancel-requested:cd transfer>cancelled:c ' +
    'enter-in-error>entered-in-error:cd',
  'no-show':
    'decline>declined:pc rebook>scheduled:pcs start>interim:pcs report>interim:pcs complete>completed:pcs fail>failed:pc ' +
    'cancel>cancel-requested:cd transfer>cancelled:c enter-in-error>entered-in-error:cd',
  'appointment-cancelled':
    'rebook>scheduled:pcs start>interim:pcs report>interim:pcs complete>completed:pcs fail>failed:pc ' +
    'cancel>cancel-requested:cd transfer>cancelled:c enter-in-error>entered-in-error:cd',
  interim:
    'book>scheduled:pcs start>interim:pcs report>interim:pcs hold>on-hold:pcd complete>completed:pcs fail>failed:pc ' +
    'cancel>cancel-requested:cd transfer>cancelled:c enter-in-error>entered-in-error:cd',
  'on-hold':
    'resume>interim:pcd complete>completed:pcs fail>failed:pc cancel>cancel-requested:cd transfer>cancelled:c ' +
    'enter-in-error>entered-in-error:cd',
  'cancel-requested': 'confirm-cancellation>cancelled:pcs complete>completed:pcs enter-in-error>entered-in-error:cd',
  cancelled: 'reopen>cancelled:cd enter-in-error>entered-in-error:cd',
  declined: 'transfer>declined:c reopen>declined:cd enter-in-error>entered-in-error:cd',
  failed: 'confirm>failed:cd transfer>failed:c reopen>failed:cd enter-in-error>entered-in-error:cd',
  completed: 'confirm>closed-confirmed:cd reopen>completed:cd',
  'closed-confirmed': 'reopen>closed-confirmed:cd',
  'entered-in-error': '',
};

const cellOf = (state: ReferralState, event: LoopEvent): { next: string; who: string } | null => {
  const cell = loop[state].split(' ').find((text) => text.startsWith(`${event}>`));
  const [, next = '', who = ''] = cell?.match(/>(.*):(.*)$/) ?? [];
  return cell ? { next, who } : null;
};

const cells = referralStates.flatMap((state) =>
  referralMovers.flatMap((mover) => everyEvent.map((event) => ({ state, mover, event }))),
);

describe('every cell of the loop', () => {
  it('covers each state, each mover and each event', () => {
    expect(cells).toHaveLength(19 * 4 * 25);
  });

  it.each(referralStates)('from %s, for everybody', (state) => {
    for (const { mover, event } of cells.filter((cell) => cell.state === state)) {
      const cell = cellOf(state, event);
      const where = `${state} + ${event} by ${mover}`;
      const move = () => nextReferralState(facts(state), event, mover);
      if (cell?.who.includes(initials[mover])) {
        expect(`${where} -> ${move()}`).toBe(`${where} -> ${cell.next}`);
        continue;
      }
      const refusal = refusalOf(move);
      const allowed = allowedReferralEvents(facts(state), mover);
      expect([where, refusal?.code]).toEqual([where, cell ? 'forbidden' : 'illegal-transition']);
      expect(refusal?.extensions['allowed']).toEqual(allowed);
    }
  });

  it('offers exactly what it does not refuse, and no machine an own button', () => {
    for (const state of referralStates) {
      for (const mover of referralMovers) {
        const offered = allowedReferralEvents(facts(state), mover);
        const expected = referralEvents.filter((event) => cellOf(state, event)?.who.includes(initials[mover]));
        expect([state, mover, offered]).toEqual([state, mover, expected]);
      }
    }
  });
});

const refusalOf = (move: () => unknown): DomainError | null => {
  try {
    move();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
};

describe('what holds only sometimes', () => {
  it('resumes a referral that was declined for want of information, until somebody else is asked', () => {
    const declined = facts('declined', { family: 'information' });
    expect(nextReferralState(declined, 'answer', 'coordinator')).toBe('received');
    for (const over of [{ family: 'scope' }, { isFollowed: true }, { isRead: true }] as const)
      expect(allowedReferralEvents({ ...declined, ...over }, 'coordinator')).not.toContain('answer');
  });

  it('is reopened or handed over once', () => {
    for (const state of ['cancelled', 'declined', 'failed', 'completed', 'closed-confirmed'] as const) {
      expect(allowedReferralEvents(facts(state), 'coordinator')).toContain('reopen');
      const followed = allowedReferralEvents(facts(state, { isFollowed: true }), 'coordinator');
      expect(followed.filter((event) => event === 'reopen' || event === 'transfer')).toEqual([]);
    }
  });

  it('ends a course of therapy with its summary only; the news of a discharge is one, and a failed course has none', () => {
    for (const state of ['accepted', 'waitlisted', 'scheduled', 'no-show', 'interim', 'on-hold'] as const) {
      const owing = facts(state, { owesSummary: true });
      for (const mover of ['partner', 'coordinator'] as const) {
        const refusal = refusalOf(() => nextReferralState(owing, 'complete', mover));
        expect(refusal).toMatchObject({
          code: 'illegal-transition',
          message: expect.stringContaining('summary is missing') as string,
        });
        expect(allowedReferralEvents(owing, mover)).toContain('fail');
        expect(allowedReferralEvents(owing, mover)).not.toContain('complete');
      }
      expect(nextReferralState(owing, 'complete', 'system')).toBe('completed');
    }
    // A visit that took place before it could be cancelled counts as it is.
    expect(nextReferralState(facts('cancel-requested', { owesSummary: true }), 'complete', 'partner')).toBe(
      'completed',
    );
  });

  it('goes back from a pause to where the pause began', () => {
    for (const before of ['accepted', 'scheduled', 'interim'] as const)
      expect(nextReferralState(facts('on-hold', { before }), 'resume', 'partner')).toBe(before);
  });
});

describe('who has to move next', () => {
  const asked = { why: 'which?', askedAt: '2027-04-06T10:00:00Z', answer: null, answeredAt: null } as const;

  it.each(referralStates)('is exactly one for %s', (state) => {
    expect(waitingOns).toContain(referralWaitsOn(facts(state)));
  });

  it('is nobody only when nothing is open', () => {
    const nobody = referralStates.filter((state) => referralWaitsOn(facts(state)) === 'nobody');
    expect(nobody).toEqual(['cancelled', 'closed-confirmed', 'entered-in-error']);
  });

  it('is us where the partner cannot go on, or has given the patient back', () => {
    const us = referralStates.filter((state) => referralWaitsOn(facts(state)) === 'us');
    expect(us).toEqual(['draft', 'undeliverable', 'info-requested', 'on-hold', 'declined', 'failed', 'completed']);
  });

  it('is the payer when only the permission is missing', () => {
    const permission = { ...asked, part: 'authorization' } as const;
    const waits = (...missing: ReferralFacts['missing'][number][]) =>
      referralWaitsOn(facts('info-requested', { missing }));
    expect(waits(permission)).toBe('payer');
    expect(waits(permission, { ...asked, part: 'imaging' })).toBe('us');
    expect(waits(permission, { ...asked, part: 'imaging', answeredAt: '2027-04-06T11:00:00Z' })).toBe('payer');
  });

  it('follows the cause of a pause, the family of a decline, and whether somebody else was asked', () => {
    const pause = (holdCause: ReferralFacts['holdCause']) => referralWaitsOn(facts('on-hold', { holdCause }));
    expect((['plan', 'patient', 'payer', 'partner'] as const).map(pause)).toEqual([
      'us',
      'patient',
      'payer',
      'partner',
    ]);
    expect(referralWaitsOn(facts('declined', { family: 'patient' }))).toBe('patient');
    expect(referralWaitsOn(facts('declined', { family: 'patient', isFollowed: true }))).toBe('nobody');
    expect(referralWaitsOn(facts('failed', { isRead: true }))).toBe('nobody');
  });
});

describe('the words of an event', () => {
  const anything = {
    reason: 'r',
    family: 'scope',
    outcome: 'o',
    missing: [{ part: 'imaging', why: 'w' }],
    answers: [{ part: 'imaging', answer: 'a' }],
    startsAt: '2027-04-06T10:00:00Z',
    reviewOn: '2027-04-06',
    text: 't',
    partnerId: 'pt-east',
  } as const;

  it.each(referralEvents)('%s takes what it needs, and nothing else', (event) => {
    const { needs } = eventNeeds[event];
    const given = Object.fromEntries(needs.map((field) => [field, anything[field as keyof typeof anything]]));
    expect(() => checkReferralMove(event, given)).not.toThrow();
    for (const field of needs) {
      const refusal = refusalOf(() => checkReferralMove(event, { ...given, [field]: undefined }));
      expect(refusal?.errors).toEqual([{ path: field, message: `Required to ${event}.` }]);
    }
    const foreign = event === 'complete' ? 'reason' : 'outcome';
    const refusal = refusalOf(() => checkReferralMove(event, { ...given, [foreign]: 'x' }));
    expect(refusal?.errors).toEqual([{ path: foreign, message: `Has no meaning for ${event}.` }]);
  });
});

describe('the order of states', () => {
  it('leads from the beginning everywhere, and nowhere from an error', () => {
    const reached = referralStates.filter((state) => referralLeadsTo('draft', state));
    expect(reached).toEqual(referralStates.filter((state) => state !== 'draft'));
    expect(referralStates.filter((state) => referralLeadsTo('entered-in-error', state))).toEqual([]);
  });

  it('never leads from an end back to work, except to what was missing', () => {
    const back = referralStates
      .filter(isEndedReferral)
      .flatMap((from) =>
        referralStates.filter((to) => !isEndedReferral(to) && referralLeadsTo(from, to)).map(() => from),
      );
    expect([...new Set(back)]).toEqual(['declined']);
  });
});
