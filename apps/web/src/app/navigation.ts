import type { Role } from './session.js';

export interface Place {
  to: string;
  text:
    | 'board'
    | 'inbox'
    | 'settings'
    | 'patients'
    | 'panel'
    | 'deliveries'
    | 'partners'
    | 'rules'
    | 'audit'
    | 'metrics'
    | 'flow'
    | 'operations'
    | 'status';
  /** The second letter after `g`. */
  key: string;
  roles: readonly Role[];
}

/** Who goes where. The services decide what each may read there. */
export const places: readonly Place[] = [
  { to: '/board', text: 'board', key: 'b', roles: ['coordinator', 'physician'] },
  { to: '/inbox', text: 'inbox', key: 'i', roles: ['partner'] },
  { to: '/settings', text: 'settings', key: 's', roles: ['partner'] },
  { to: '/panel', text: 'panel', key: 'p', roles: ['physician'] },
  { to: '/patients', text: 'patients', key: 't', roles: ['coordinator', 'physician'] },
  { to: '/statistics', text: 'metrics', key: 'm', roles: ['coordinator', 'physician'] },
  { to: '/deliveries', text: 'deliveries', key: 'd', roles: ['administrator', 'coordinator'] },
  { to: '/partners', text: 'partners', key: 'a', roles: ['administrator', 'coordinator'] },
  { to: '/rules', text: 'rules', key: 'r', roles: ['physician', 'administrator', 'coordinator'] },
  { to: '/audit', text: 'audit', key: 'u', roles: ['administrator'] },
  { to: '/flow', text: 'flow', key: 'f', roles: ['operator', 'administrator'] },
  { to: '/operations', text: 'operations', key: 'o', roles: ['operator', 'administrator'] },
  { to: '/status', text: 'status', key: 's', roles: ['coordinator', 'operator', 'administrator'] },
];

export const placesOf = (role: Role): Place[] => places.filter(({ roles }) => roles.includes(role));
