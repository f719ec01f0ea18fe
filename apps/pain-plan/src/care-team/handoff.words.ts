import type { EventData, handoffAcknowledged, handoffIssued, handoffUnassigned, handoffWithdrawn } from '#contracts';
import { ended, inWords, onTheClock, sentence } from '../timeline/words.js';

export const issuedWords = (issued: EventData<typeof handoffIssued>, partner: string, timeZone: string): string =>
  `${partner} (${inWords(issued.role)}) is asked, ${issued.urgency}, due ${onTheClock(issued.dueAt, timeZone)}: ` +
  issued.asks.map((ask) => `${ask.reason} ${ended(sentence(ask.text))}`).join(' ');

export const unassignedWords = (opened: EventData<typeof handoffUnassigned>): string =>
  `Nobody holds ${inWords(opened.role)}, and somebody is needed: ` +
  opened.asks.map((ask) => `${ask.reason} ${ended(sentence(ask.text))}`).join(' ');

export const acknowledgedWords = (said: EventData<typeof handoffAcknowledged>, partner: string): string => {
  const who = said.onBehalf
    ? `On behalf of ${partner} it was acknowledged that they work`
    : `${partner} acknowledged working`;
  return `${who} from version ${said.version}${said.concern === null ? '.' : `, with a concern: ${ended(said.concern)}`}`;
};

const withdrawals: Record<EventData<typeof handoffWithdrawn>['reason'], string> = {
  'taken-back': 'the change behind it was taken back',
  'member-ended': 'they are not on the care team any more',
  'plan-ended': 'the plan has ended',
  'role-filled': 'somebody took the role in another way',
};

export const withdrawnWords = (withdrawn: EventData<typeof handoffWithdrawn>, partner: string | null): string =>
  `Nothing is asked of ${partner ?? inWords(withdrawn.role)} any more: ${withdrawals[withdrawn.reason]}.`;
