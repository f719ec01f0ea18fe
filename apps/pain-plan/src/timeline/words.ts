import { DateTime } from 'luxon';

/** `physical-therapy` -> `physical therapy`: vocabulary values as people say them. */
export const inWords = (value: string): string => value.replaceAll('-', ' ');

/** First letter large, for the beginning of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What somebody wrote, as the end of a sentence, whether it brings its full stop or not. */
export const ended = (text: string): string => (/[.?!]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** An instant as the clinic's wall clock shows it, for example `Mon 19 Apr 2027 10:00`. */
export const onTheClock = (instant: string, timeZone: string): string =>
  DateTime.fromISO(instant, { zone: timeZone }).setLocale('en').toFormat('ccc d LLL yyyy HH:mm');

/** A calendar date, for example `19 Apr 2027`. */
export const onTheDay = (date: string): string => DateTime.fromISO(date).setLocale('en').toFormat('d LLL yyyy');

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
