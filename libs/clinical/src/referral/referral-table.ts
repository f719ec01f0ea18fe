import type { ReferralEvent, ReferralMove, ReferralState } from '#contracts';

/** Who moves a referral. `system`: a clock, or news from another service; it presses no button. */
export const referralMovers = ['partner', 'coordinator', 'physician', 'system'] as const;
export type ReferralMover = (typeof referralMovers)[number];

/** Besides what people do: the first handoff sends, a channel fails, a delivery gets through after all. */
export const systemEvents = ['send', 'undeliver', 'deliver'] as const;
export type LoopEvent = ReferralEvent | (typeof systemEvents)[number];

export interface Transition {
  /** `before`: where it came from (a pause ends). `stays`: it ended, and remains what it is. */
  to: ReferralState | 'before' | 'stays';
  by: readonly ReferralMover[];
  /** Holds only then. */
  only?: ReferralCondition;
}

export type ReferralCondition = 'declined-for-information' | 'nobody-asked-since' | 'not-read-yet' | 'summary-is-there';

/** Coordinators also speak for a partner that phoned. */
const partner = ['partner', 'coordinator'] as const;
const clinic = ['coordinator', 'physician'] as const;
const coordinator = ['coordinator'] as const;
const system = ['system'] as const;
const anybody = ['partner', 'coordinator', 'physician'] as const;
const partnerOrNews = ['partner', 'coordinator', 'system'] as const;

const to = (state: Transition['to'], by: Transition['by'], only?: ReferralCondition): Transition => ({
  to: state,
  by,
  ...(only ? { only } : {}),
});

type Row = Partial<Record<LoopEvent, Transition>>;

const inError: Row = { 'enter-in-error': to('entered-in-error', clinic) };
/** Before anybody took the patient, the request is simply taken back, or given to somebody else. */
const unanswered: Row = {
  accept: to('accepted', partner),
  decline: to('declined', partner),
  'request-information': to('info-requested', partner),
  cancel: to('cancelled', clinic),
  transfer: to('cancelled', coordinator),
  ...inError,
};
/** Who takes care of the patient is asked before it stops; another clinic may take over at any time. */
const taken: Row = {
  cancel: to('cancel-requested', clinic),
  transfer: to('cancelled', coordinator),
  ...inError,
};
const underWay: Row = {
  start: to('interim', partnerOrNews),
  report: to('interim', partnerOrNews),
  // A discharge that therapy tells of is its summary.
  complete: to('completed', partnerOrNews, 'summary-is-there'),
  fail: to('failed', partner),
  ...taken,
};
/** Ended without an outcome: somebody else, or the same once more. */
const askAgain: Row = { reopen: to('stays', clinic, 'nobody-asked-since'), ...inError };

/**
 * The closed loop, whole: state, event, what follows, who may. Whatever is not here is refused, and `allowed` lists what is. `reopen` and
 * the transfer of an ended referral leave it as it is and make a new one that names it.
 */
export const referralTable: Readonly<Record<ReferralState, Row>> = {
  draft: { send: to('sent', system), ...inError },
  sent: { ...unanswered, receive: to('received', partner), undeliver: to('undeliverable', system) },
  undeliverable: { ...unanswered, receive: to('received', partner), deliver: to('sent', system) },
  received: { ...unanswered, cancel: to('cancel-requested', clinic) },
  'info-requested': {
    ...unanswered,
    'request-information': to('info-requested', partner),
    answer: to('received', clinic),
  },
  accepted: {
    ...underWay,
    book: to('scheduled', partnerOrNews),
    'wait-list': to('waitlisted', partner),
    decline: to('declined', partner),
    hold: to('on-hold', anybody),
  },
  waitlisted: {
    ...underWay,
    book: to('scheduled', partnerOrNews),
    'wait-list': to('waitlisted', partner),
    decline: to('declined', partner),
  },
  scheduled: {
    ...underWay,
    rebook: to('scheduled', partnerOrNews),
    miss: to('no-show', partnerOrNews),
    'cancel-visit': to('appointment-cancelled', partnerOrNews),
    hold: to('on-hold', anybody),
  },
  'no-show': { ...underWay, rebook: to('scheduled', partnerOrNews), decline: to('declined', partner) },
  'appointment-cancelled': { ...underWay, rebook: to('scheduled', partnerOrNews) },
  interim: { ...underWay, book: to('scheduled', partnerOrNews), hold: to('on-hold', anybody) },
  'on-hold': {
    resume: to('before', anybody),
    complete: to('completed', partnerOrNews, 'summary-is-there'),
    fail: to('failed', partner),
    ...taken,
  },
  'cancel-requested': {
    'confirm-cancellation': to('cancelled', partnerOrNews),
    complete: to('completed', partnerOrNews),
    ...inError,
  },
  cancelled: { ...askAgain },
  declined: {
    ...askAgain,
    answer: to('received', clinic, 'declined-for-information'),
    transfer: to('stays', coordinator, 'nobody-asked-since'),
  },
  failed: {
    ...askAgain,
    confirm: to('stays', clinic, 'not-read-yet'),
    transfer: to('stays', coordinator, 'nobody-asked-since'),
  },
  completed: { confirm: to('closed-confirmed', clinic), reopen: to('stays', clinic, 'nobody-asked-since') },
  'closed-confirmed': { reopen: to('stays', clinic, 'nobody-asked-since') },
  'entered-in-error': {},
};

export interface EventNeeds {
  needs: readonly (keyof ReferralMove)[];
  may: readonly (keyof ReferralMove)[];
}

const details = (needs: EventNeeds['needs'] = [], may: EventNeeds['may'] = []): EventNeeds => ({ needs, may });

/** The words that come with an event. Nothing that does not belong to it is silently dropped. */
export const eventNeeds: Readonly<Record<ReferralEvent, EventNeeds>> = {
  receive: details(),
  accept: details([], ['text']),
  decline: details(['family', 'reason'], ['code']),
  'request-information': details(['missing']),
  answer: details(['answers']),
  'wait-list': details(['reviewOn'], ['text']),
  book: details(['startsAt'], ['text']),
  rebook: details(['startsAt'], ['text']),
  miss: details([], ['text']),
  'cancel-visit': details(['reason']),
  start: details([], ['startsAt', 'text']),
  report: details(['text'], ['visits', 'nextReportOn']),
  hold: details(['reason', 'reviewOn'], ['cause']),
  resume: details([], ['text']),
  complete: details(['outcome'], ['visits']),
  fail: details(['reason']),
  confirm: details([], ['text']),
  cancel: details(['reason']),
  'confirm-cancellation': details([], ['text']),
  reopen: details(['reason']),
  transfer: details(['partnerId', 'reason']),
  'enter-in-error': details(['reason']),
};
