/**
 * What is kept of the server's answers, by name. The first word of a key is the kind of thing that live hints speak of, so that a hint finds what
 * it makes out of date.
 */
export const keys = {
  me: () => ['me'] as const,
  handoffs: (filter: Record<string, unknown> = {}) => ['handoff', 'list', filter] as const,
  handoffCounts: (filter: Record<string, unknown> = {}) => ['handoff', 'counts', filter] as const,
  handoff: (id: string) => ['handoff', 'one', id] as const,
  referrals: (filter: Record<string, unknown> = {}) => ['referral', 'list', filter] as const,
  referral: (id: string) => ['referral', 'one', id] as const,
  /** The request that a handoff belongs to, with its steps. */
  referralOf: (handoffId: string) => ['referral', 'of-handoff', handoffId] as const,
  views: () => ['worklist', 'views'] as const,
  workItems: (filter: Record<string, unknown> = {}) => ['work-item', 'list', filter] as const,
  patients: (query: string) => ['patient', 'list', query] as const,
  patient: (id: string) => ['patient', 'one', id] as const,
  packet: (id: string) => ['patient', 'packet', id] as const,
  timeline: (patientId: string) => ['patient', 'timeline', patientId] as const,
  plan: (id: string) => ['plan', 'one', id] as const,
  versions: (id: string) => ['plan', 'versions', id] as const,
  version: (id: string, version: number) => ['plan', 'version', id, version] as const,
  team: (planId: string) => ['plan', 'team', planId] as const,
  statistics: (period: Record<string, unknown> = {}) => ['statistics', period] as const,
  overview: () => ['plan', 'overview'] as const,
  draft: (planId: string) => ['plan', 'draft', planId] as const,
  trend: (planId: string, targetId: string) => ['plan', 'trend', planId, targetId] as const,
  pathway: (planId: string) => ['plan', 'pathway', planId] as const,
  timers: (planId: string) => ['plan', 'timers', planId] as const,
  partners: (filter: Record<string, unknown> = {}) => ['partner', 'list', filter] as const,
  directory: () => ['partner', 'directory'] as const,
  partner: (id: string) => ['partner', 'one', id] as const,
  endpoints: (partnerId = '') => ['delivery', 'endpoints', partnerId] as const,
  delivery: (id: string) => ['delivery', 'one', id] as const,
  rules: () => ['rules'] as const,
  audit: (filter: Record<string, unknown> = {}) => ['audit', 'list', filter] as const,
  chain: () => ['audit', 'chain'] as const,
  glass: (filter: Record<string, unknown> = {}) => ['audit', 'glass', filter] as const,
  operations: () => ['operations'] as const,
  parked: () => ['operations', 'parked'] as const,
  deliveries: (filter: Record<string, unknown> = {}) => ['delivery', 'list', filter] as const,
  appointments: (filter: Record<string, unknown> = {}) => ['appointment', 'list', filter] as const,
  authorizations: (filter: Record<string, unknown> = {}) => ['authorization', 'list', filter] as const,
  doseChanges: (filter: Record<string, unknown> = {}) => ['therapy', 'dose-changes', filter] as const,
  episodes: (filter: Record<string, unknown> = {}) => ['therapy', 'list', filter] as const,
};

/** Which kinds of answers a hint makes out of date: what it names, and what shows it together with others. */
const affected: Readonly<Record<string, readonly string[]>> = {
  handoff: ['handoff', 'plan', 'patient'],
  referral: ['referral', 'handoff', 'plan', 'patient'],
  'work-item': ['work-item', 'patient'],
  appointment: ['appointment', 'patient', 'handoff'],
  authorization: ['authorization', 'patient', 'handoff'],
  therapy: ['therapy', 'patient', 'plan'],
  'behavioral-health': ['patient'],
  plan: ['plan', 'patient', 'handoff'],
  'care-team': ['plan', 'patient'],
  impact: ['plan'],
  target: ['plan', 'patient'],
  'red-flag': ['plan', 'patient', 'work-item'],
  'follow-up': ['work-item', 'patient'],
  partner: ['partner'],
  delivery: ['delivery', 'handoff'],
  patient: ['patient'],
};

export const affectedBy = (kind: string): readonly string[] => affected[kind] ?? [];
