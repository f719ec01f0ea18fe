import { z } from 'zod';

/** Given once by the author and never reused: versions are compared by it, never by position. */
export const itemId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dot, dash or underscore, at most 64');
/** What lies before or after is a slip of the keyboard, and no timer should wait for it. */
const isOfOurTime = (iso: string): boolean => iso >= '1900' && iso < '2200';
/** Calendar date in the clinic's zone. */
export const date = z.iso.date().refine(isOfOurTime, 'a date between 1900 and 2199');
/** Point in time, RFC 3339 with offset. */
export const instant = z.iso.datetime({ offset: true }).refine(isOfOurTime, 'a moment between 1900 and 2199');
/** ISO 8601 duration such as PT8H or P6M. */
export const duration = z.iso.duration();
/** UCUM unit such as mg, {MME}/d, min. */
export const unit = z.string().min(1).max(32);
export const shortText = z.string().min(1).max(300);
export const freeText = z.string().max(4000);
export const percent = z.number().min(0).max(100);
export const side = z.enum(['left', 'right', 'bilateral', 'midline', 'n/a']);
export const level = z.array(z.string().min(1).max(24)).max(12);
export const coded = z.strictObject({ code: z.string().max(40).optional(), display: shortText });

/** A knowing exception from a clinical prerequisite; kept in the version and shown on the timeline. */
export const override = z.strictObject({ reason: shortText, by: shortText });
