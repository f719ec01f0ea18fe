import { known, text } from '../../app/search.js';

export const outcomes = ['allowed', 'refused', 'failed'] as const;
export const actorRoles = ['coordinator', 'physician', 'administrator', 'operator', 'partner'] as const;
export const glassStates = ['open', 'overdue', 'done'] as const;

/** What of the log is shown. */
export interface AuditSearch {
  view?: 'glass';
  patient?: string;
  actor?: string;
  role?: (typeof actorRoles)[number];
  outcome?: (typeof outcomes)[number];
  /** Calendar dates. */
  from?: string;
  to?: string;
  review?: (typeof glassStates)[number];
}

const date = <Name extends 'from' | 'to'>(name: Name, search: Record<string, unknown>): { [Key in Name]?: string } =>
  /^\d{4}-\d\d-\d\d$/.test(String(search[name])) ? text(name, search) : {};

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => ({
  ...known('view', ['glass'] as const, search),
  ...text('patient', search),
  ...text('actor', search),
  ...known('role', actorRoles, search),
  ...known('outcome', outcomes, search),
  ...date('from', search),
  ...date('to', search),
  ...known('review', glassStates, search),
});
