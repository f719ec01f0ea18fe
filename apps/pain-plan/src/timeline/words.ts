import { DateTime } from 'luxon';

/** `physical-therapy` -> `physical therapy`: vocabulary values as people say them. */
export const inWords = (value: string): string => value.replaceAll('-', ' ');

/** First letter large, for the beginning of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An instant as the clinic's wall clock shows it, for example `Mon 19 Apr 2027 10:00`. */
export const onTheClock = (instant: string, timeZone: string): string =>
  DateTime.fromISO(instant, { zone: timeZone }).setLocale('en').toFormat('ccc d LLL yyyy HH:mm');

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
