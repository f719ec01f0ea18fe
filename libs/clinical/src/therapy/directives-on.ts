import { DateTime } from 'luxon';
import type { Directive, PlanDocument } from '#contracts';
import { type StatedDirective, statedDirectives, type StatedInput } from './directives.js';

/** One version of a plan, as far as therapy reads it. Versions that were entered in error are none. */
export interface TherapyVersion {
  version: number;
  publishedAt: Date;
  document: PlanDocument;
}

interface DirectivesInput extends Omit<StatedInput, 'document'> {
  /** In any order. */
  versions: readonly TherapyVersion[];
  /** What the treating partner works from; null when nobody treats. */
  acknowledgedVersion: number | null;
}

/** The version that a moment was under: the newest that was published by then. */
export const versionInForce = (versions: readonly TherapyVersion[], at: Date): TherapyVersion | null =>
  newestFirst(versions).find(({ publishedAt }) => publishedAt <= at) ?? null;

/**
 * What is in force on a day: a pure function of the versions and the day. Of a past day, what the version of its evening says; of a coming
 * day, what the newest says of it. Each directive names the version since which it stands without a break, and whether the partner
 * has acknowledged that version.
 */
export function directivesOn({ versions, acknowledgedVersion, ...asked }: DirectivesInput): Directive[] {
  const evening = DateTime.fromISO(asked.on, { zone: asked.timeZone }).endOf('day').toJSDate();
  return inForce(versions, evening, asked).map((found) => told(found, acknowledgedVersion));
}

/** What a visit at this moment stood under. */
export function directivesAt({
  at,
  versions,
  acknowledgedVersion,
  ...asked
}: Omit<DirectivesInput, 'on'> & { at: Date }): Directive[] {
  const on = DateTime.fromJSDate(at, { zone: asked.timeZone }).toFormat('yyyy-MM-dd');
  return inForce(versions, at, { ...asked, on }).map((found) => told(found, acknowledgedVersion));
}

type Found = StatedDirective & { sinceVersion: number };

function inForce(versions: readonly TherapyVersion[], by: Date, asked: Omit<StatedInput, 'document'>): Found[] {
  const published = newestFirst(versions).filter(({ publishedAt }) => publishedAt <= by);
  const [current, ...before] = published;
  if (!current) return [];
  let standing: Found[] = statedDirectives({ ...asked, document: current.document }).map((one) => ({
    ...one,
    sinceVersion: current.version,
  }));
  // Backwards, as long as something still stands.
  for (const { version, document } of before) {
    const keys = new Set(statedDirectives({ ...asked, document }).map(keyOf));
    const reaches = (one: Found, at: number): boolean => one.sinceVersion === at && keys.has(keyOf(one));
    const next = nextOf(published, version);
    if (!standing.some((one) => reaches(one, next))) break;
    standing = standing.map((one) => (reaches(one, next) ? { ...one, sinceVersion: version } : one));
  }
  return standing;
}

/** The version that came right after this one; those in error left out. */
const nextOf = (published: readonly TherapyVersion[], version: number): number =>
  published[published.findIndex((one) => one.version === version) - 1]?.version ?? version;

const newestFirst = (versions: readonly TherapyVersion[]): TherapyVersion[] =>
  [...versions].sort((one, other) => other.version - one.version);

/** The same instruction: what it says, and of which days. */
const keyOf = ({ kind, text, from, until }: StatedDirective): string => JSON.stringify([kind, text, from, until]);

const told = ({ sinceVersion, ...directive }: Found, acknowledgedVersion: number | null): Directive => ({
  ...directive,
  sinceVersion,
  acknowledged: acknowledgedVersion === null ? null : sinceVersion <= acknowledgedVersion,
});
