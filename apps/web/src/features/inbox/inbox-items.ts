import type { HandoffSummary, Referral } from '#contracts';

export const folders = [
  'new',
  'info-requested',
  'to-book',
  'booked',
  'in-treatment',
  'report-due',
  'closed',
  'declined',
] as const;
export type Folder = (typeof folders)[number];
export const isFolder = (value: unknown): value is Folder => (folders as readonly unknown[]).includes(value);

/** One patient's request to this clinic: the message that counts now, and how far the request has come. */
export interface InboxItem {
  /** Stays the same when a newer message replaces the older one. */
  key: string;
  handoff: HandoffSummary;
  referral: Referral | null;
  folder: Folder;
  /** What is next, and by when. */
  dueAt: string;
}

/** The last quarter before a report is due counts as due: two business days are too late to ask for one. */
const reportClocks = ['report', 'next-report'];
const soonMs = 2 * 86_400_000;

const unanswered: readonly Referral['state'][] = ['sent', 'undeliverable', 'received', 'cancel-requested'];

/** Something waits for this clinic's word: yes or no, or that it works from the newer version. */
export const needsAnswer = (handoff: HandoffSummary, referral: Referral | null): boolean => {
  if (referral && unanswered.includes(referral.state)) return true;
  if (referral?.state === 'info-requested') return false;
  return handoff.status === 'open' && !handoff.contested;
};

export function folderOf(handoff: HandoffSummary, referral: Referral | null, now: Date): Folder {
  if (needsAnswer(handoff, referral)) return 'new';
  if (referral === null) return handoff.status === 'open' ? 'new' : 'closed';
  switch (referral.state) {
    case 'info-requested':
      return 'info-requested';
    case 'accepted':
    case 'waitlisted':
    case 'no-show':
    case 'appointment-cancelled':
      return 'to-book';
    case 'scheduled':
    case 'interim':
      if (isReportDue(referral, now)) return 'report-due';
      return referral.state === 'scheduled' ? 'booked' : 'in-treatment';
    case 'on-hold':
      return 'in-treatment';
    case 'declined':
      return 'declined';
    case 'draft':
    case 'sent':
    case 'undeliverable':
    case 'received':
    case 'cancel-requested':
      return 'new';
    case 'cancelled':
    case 'failed':
    case 'completed':
    case 'closed-confirmed':
    case 'entered-in-error':
      return 'closed';
  }
}

const isReportDue = ({ clock, appointmentAt, state }: Referral, now: Date): boolean => {
  if (clock === null || !reportClocks.includes(clock.name)) return false;
  // Before the visit there is nothing to report.
  if (state === 'scheduled' && appointmentAt !== null && new Date(appointmentAt) > now) return false;
  return new Date(clock.dueAt).getTime() - now.getTime() < soonMs;
};

const weight: Readonly<Record<HandoffSummary['urgency'], number>> = {
  emergency: 0,
  'same-day': 1,
  urgent: 2,
  routine: 3,
};
const byNeed = (a: InboxItem, b: InboxItem): number =>
  weight[a.handoff.urgency] - weight[b.handoff.urgency] || a.dueAt.localeCompare(b.dueAt) || a.key.localeCompare(b.key);
const byTime = (a: InboxItem, b: InboxItem): number => b.handoff.lastActivityAt.localeCompare(a.handoff.lastActivityAt);

/** One item for each member: its open message, else its newest, with its newest request. */
export function inboxItems(
  handoffs: readonly HandoffSummary[],
  referrals: readonly Referral[],
  now: Date,
): InboxItem[] {
  const referralOf = new Map<string, Referral>();
  for (const referral of referrals) {
    const known = referralOf.get(referral.memberId);
    if (!known || known.sentAt < referral.sentAt) referralOf.set(referral.memberId, referral);
  }
  const byMember = Map.groupBy(handoffs, ({ id, memberId }) => memberId ?? id);
  return [...byMember].map(([key, ofMember]) => {
    const handoff = ofMember.reduce((best, one) => (isBetter(one, best) ? one : best));
    const referral = referralOf.get(key) ?? null;
    const folder = folderOf(handoff, referral, now);
    const dueAt = handoff.status === 'open' ? handoff.dueAt : (referral?.clock?.dueAt ?? handoff.dueAt);
    return { key, handoff, referral, folder, dueAt };
  });
}

const isBetter = (one: HandoffSummary, than: HandoffSummary): boolean => {
  const isOpen = one.status === 'open';
  return isOpen === (than.status === 'open') ? one.issuedAt > than.issuedAt : isOpen;
};

/** Of a folder, in the order in which they want a look: what is over by time, everything else by need. */
export const itemsIn = (items: readonly InboxItem[], folder: Folder): InboxItem[] =>
  items.filter((item) => item.folder === folder).sort(folder === 'closed' || folder === 'declined' ? byTime : byNeed);

/** The next one that waits for an answer after this one, round the list; null when it was the last. */
export function nextUnanswered(items: readonly InboxItem[], after: string): InboxItem | null {
  const waiting = itemsIn(items, 'new');
  const at = waiting.findIndex(({ key }) => key === after);
  return [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))][0] ?? null;
}
