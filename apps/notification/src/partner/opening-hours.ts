import { DomainError, type BusinessCalendar } from '#contracts';

/** A day that closes before it opens has no business hour to count a due in. */
export function requireOpeningHours(calendar: BusinessCalendar): void {
  if (calendar.opens < calendar.closes) return;
  throw new DomainError('invalid-input', 'The organization closes before it opens.', [
    { path: 'calendar.closes', message: 'must be later than `opens`' },
  ]);
}
