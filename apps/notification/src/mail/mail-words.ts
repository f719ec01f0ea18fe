import { DateTime } from 'luxon';
import type { BusinessCalendar, Delivery } from '#contracts';

export interface Announced {
  kind: Delivery['kind'];
  isUpdate: boolean;
  dueAt: Date;
  url: string;
}

interface Letter {
  /** The clinic that asks. */
  sender: string;
  calendar: BusinessCalendar;
}

export interface Words {
  subject: string;
  text: string;
  html: string;
}

const kinds: Record<Exclude<Delivery['kind'], 'handoff'>, string> = {
  'no-longer-needed': 'no longer needed',
  release: 'something to read',
  reminder: 'a reminder',
  'cancellation-asked': 'may this be cancelled?',
  answer: 'an answer for you',
};
const whatOf = ({ kind, isUpdate }: Pick<Announced, 'kind' | 'isUpdate'>): string => {
  if (kind !== 'handoff') return kinds[kind];
  return isUpdate ? 'an update' : 'a new request';
};

/** For example `Wed 7 Apr 2027, 5:00 pm EDT`. */
const dueIn = (dueAt: Date, { timeZone }: BusinessCalendar): string => {
  const moment = DateTime.fromJSDate(dueAt).setZone(timeZone).setLocale('en-US');
  return `${moment.toFormat('ccc d LLL yyyy, h:mm')} ${moment.toFormat('a').toLowerCase()} ${moment.toFormat('ZZZZ')}`;
};

const sentenceOf = ({ kind, isUpdate, dueAt }: Announced, { sender, calendar }: Letter): string => {
  const due = dueIn(dueAt, calendar);
  switch (kind) {
    case 'no-longer-needed':
      return `A request of ${sender} is no longer needed.`;
    case 'release':
      return `${sender} has something for you to read.`;
    case 'reminder':
      return `This is a reminder: ${sender} still waits for you (due ${due}).`;
    case 'cancellation-asked':
      return `${sender} asks to cancel a request. Please confirm, or say what was done already, by ${due}.`;
    case 'answer':
      return `${sender} has answered you. Please go on by ${due}.`;
    case 'handoff':
      return `${sender} has ${isUpdate ? 'an update of a request' : 'a new request'} for you. Please answer by ${due}.`;
  }
};

const footnote = 'This message names no patient on purpose. Nothing is answered by opening the link.';

/**
 * Who sends, what kind of request, until when, and one link. Neither a patient nor anything clinical ever stands in a mail: it passes
 * through hands that nobody knows.
 */
export function wordsOf(announced: Announced, letter: Letter): Words {
  const sentence = sentenceOf(announced, letter);
  return {
    subject: `${letter.sender}: ${whatOf(announced)}`,
    text: `${sentence}\n\n${announced.url}\n\n${footnote}\n`,
    html: page(`<p>${escaped(sentence)}</p>\n<p>${linkTo(announced.url, 'Open')}</p>`),
  };
}

/** The daily mail: how many, and a link for each. */
export function digestOf(all: readonly Announced[], letter: Letter): Words {
  const counts = [...Map.groupBy(all, whatOf)].map(([what, some]) => `${some.length} × ${what}`).join(', ');
  const lines = all.map((one) => ({ url: one.url, words: lineOf(one, letter) }));
  const first = `${letter.sender}, today: ${counts}.`;
  return {
    subject: `${letter.sender}: ${all.length} ${all.length === 1 ? 'message' : 'messages'} today`,
    text: `${first}\n\n${lines.map(({ url, words }) => `${words}\n${url}`).join('\n\n')}\n\n${footnote}\n`,
    html: page(
      `<p>${escaped(first)}</p>\n<ul>\n${lines.map(({ url, words }) => `<li>${escaped(words)}: ${linkTo(url, 'Open')}</li>`).join('\n')}\n</ul>`,
    ),
  };
}

const lineOf = (one: Announced, { calendar }: Letter): string => {
  const what = whatOf(one);
  return one.kind !== 'no-longer-needed' && one.kind !== 'release'
    ? `${what}, answer by ${dueIn(one.dueAt, calendar)}`
    : what;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linkTo = (url: string, words: string): string => `<a href="${escaped(url)}">${words}</a>`;

const page = (content: string): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Throughline</title></head><body>\n${content}\n<p>${footnote}</p>\n</body></html>\n`;
