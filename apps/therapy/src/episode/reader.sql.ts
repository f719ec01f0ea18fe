import type { User } from '#platform';

/** The organization that reads, or null for the clinic's own people, who read all. */
export const readingPartner = (reader: User): string | null =>
  reader.role === 'partner' ? (reader.partnerId ?? '') : null;

/**
 * Pelvic-floor therapy is more restricted than physical therapy: an organization that does both reads its pelvic-floor rows only where it
 * asks for that discipline. `$1` is the reading organization, `asked` the discipline it asks for or null.
 */
export const disciplineIs = (asked: string): string => `(episode.discipline = ${asked}
    or (${asked} is null and ($1::text is null or episode.discipline = 'physical-therapy'
        or not exists (select from team_member member
                        where member.partner_id = $1 and member.role = 'physical-therapy'))))`;

/** Fit for any list, mail or calendar: says nothing of a pelvis. */
export const neutralTitle = (discipline: string): string =>
  discipline === 'pelvic-floor-therapy' ? 'Clinic visit' : 'Physical therapy';
