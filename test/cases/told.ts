/** A case's days and the rows of its tables. */
import type { DeskRole, PartnerRole, Urgency } from '#contracts';

export interface CaseTime {
  /** Days after day 0; negative for what lies before. */
  day: number;
  /** `HH:MM` in the case's zone. */
  time: string;
}

export interface CaseDates {
  date(day: number): string;
  /** RFC 3339 with the zone's offset on that day. */
  instant(day: number, time: string): string;
}

export interface Told {
  to: PartnerRole | DeskRole;
  /** Null for a role that nobody holds, and for desks. */
  partner: string | null;
  rules: readonly string[];
  urgency: Urgency;
  due: CaseTime;
  /** What a reader should find in it. */
  content?: string;
}
