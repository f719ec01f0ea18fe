import { type BackendName, backendNames } from '../gateway.settings.js';

/** Which service answers what is below `/api/<prefix>`. */
export const routeTable: Readonly<Record<string, BackendName>> = {
  patients: 'pain-plan',
  plans: 'pain-plan',
  pathways: 'pain-plan',
  rules: 'pain-plan',
  rulesets: 'pain-plan',
  triage: 'pain-plan',
  handoffs: 'referral',
  'handoffs.csv': 'referral',
  advice: 'referral',
  worklist: 'referral',
  statistics: 'referral',
  'statistics.csv': 'referral',
  'work-items': 'referral',
  referrals: 'referral',
  appointments: 'scheduling',
  authorizations: 'scheduling',
  therapy: 'therapy',
  'behavioral-health': 'behavioral-health',
  partners: 'notification',
  'partner-reach': 'notification',
  deliveries: 'notification',
  endpoints: 'notification',
  'partners.csv': 'notification',
  'dev/mail': 'notification',
  links: 'notification',
};

/** One place where requests come in, and how its path reads at the service. */
export interface ForwardedPrefix {
  prefix: string;
  backend: BackendName;
  /** Takes and gives the path with its query, as received. */
  rewrite: (url: string) => string;
}

const sameUrl = (url: string): string => url;

/** Services have operator's routes of the same names, so outside they carry the service's name. */
export const operationsPrefix = (backend: BackendName): string => `/api/ops/${backend}`;
export const ownOperationsPrefix = '/api/ops';

/** Each service answers for its own timers. */
export const timersPrefix = (backend: BackendName): string => `/api/timers/${backend}`;

export const forwardedPrefixes: readonly ForwardedPrefix[] = [
  ...Object.entries(routeTable).map(([name, backend]) => ({ prefix: `/api/${name}`, backend, rewrite: sameUrl })),
  ...backendNames.map((backend) => ({ prefix: timersPrefix(backend), backend, rewrite: sameUrl })),
  ...backendNames.map((backend) => ({
    prefix: operationsPrefix(backend),
    backend,
    rewrite: (url: string) => ownOperationsPrefix + url.slice(operationsPrefix(backend).length),
  })),
];
