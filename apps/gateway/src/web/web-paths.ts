/** Paths at which the browser application stands; it reads the rest of the address itself. */
export const webPaths = [
  '/',
  ...[
    'board',
    'handoffs',
    'inbox',
    'patients',
    'plans',
    'panel',
    'deliveries',
    'partners',
    'rules',
    'audit',
    'statistics',
    'flow',
    'operations',
    'status',
    'settings',
  ].flatMap((name) => [`/${name}`, `/${name}/*`]),
] as const;
