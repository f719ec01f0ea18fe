import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Folder, isFolder } from '../features/inbox/inbox-items.js';
import { readAuditSearch } from '../features/audit/audit-search.js';
import { readDeliverySearch } from '../features/deliveries/delivery-search.js';
import { readPartnerSearch } from '../features/partners/partner-search.js';
import { readRuleSearch } from '../features/rules/rule-search.js';
import { askAheadOfBoard } from '../features/board/board-paths.js';
import { readBoardSearch } from '../features/board/board-search.js';
import { Empty } from '../ui/states.js';
import { Root } from './root.js';
import { homeOf, useMe } from './session.js';

const root = createRootRoute({ component: Root, notFoundComponent: () => <Empty title="There is no such page." /> });

/** Whoever comes to the front door is led to where their day begins. */
function Home(): ReactNode {
  const { data: me } = useMe();
  return me ? <Navigate to={homeOf[me.role]} replace /> : null;
}

/** Which two versions are compared, and through whose eyes. */
export interface DiffSearch {
  from?: number;
  to?: number;
  role?: string;
}

/** Which form lies open on the page of a patient. */
export interface PatientSearch {
  open?: 'triage' | 'packet';
}

/** Days at the clinic; the last 90 when left out. */
export interface StatisticsSearch {
  from?: string;
  to?: string;
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const isCount = (value: unknown): boolean => /^\d{1,6}$/.test(String(value));

const at = { getParentRoute: () => root } as const;

/** Which folder of the inbox, and which request is open. */
export interface InboxSearch {
  folder?: Folder;
  item?: string;
}

/** Each screen comes when it is opened. */
const routes = [
  createRoute({
    ...at,
    path: '/settings',
    component: lazyRouteComponent(() => import('../features/partners/settings-page.js'), 'SettingsPage'),
  }),
  createRoute({
    ...at,
    path: '/handoffs/$handoffId',
    component: lazyRouteComponent(() => import('../features/handoff/handoff-page.js'), 'HandoffPage'),
  }),
  createRoute({
    ...at,
    path: '/inbox',
    validateSearch: (search: Record<string, unknown>): InboxSearch => ({
      ...(isFolder(search['folder']) ? { folder: search['folder'] } : {}),
      ...(typeof search['item'] === 'string' ? { item: search['item'] } : {}),
    }),
    component: lazyRouteComponent(() => import('../features/inbox/inbox-page.js'), 'InboxPage'),
  }),
  createRoute({ ...at, path: '/', component: Home }),
  createRoute({
    ...at,
    path: '/board',
    validateSearch: readBoardSearch,
    loaderDeps: ({ search }) => ({ search }),
    // Only on arrival: within the board the list asks for itself.
    loader: ({ cause, deps: { search } }) => {
      if (cause === 'enter') askAheadOfBoard(search);
    },
    component: lazyRouteComponent(() => import('../features/board/board-page.js'), 'BoardPage'),
  }),
  createRoute({
    ...at,
    path: '/patients',
    validateSearch: (search: Record<string, unknown>): { register?: boolean } =>
      search['register'] === true ? { register: true } : {},
    component: lazyRouteComponent(() => import('../features/patient/patient-list.js'), 'PatientList'),
  }),
  createRoute({
    ...at,
    path: '/patients/$patientId',
    validateSearch: ({ open }: Record<string, unknown>): PatientSearch =>
      open === 'triage' || open === 'packet' ? { open } : {},
    component: lazyRouteComponent(() => import('../features/patient/patient-page.js'), 'PatientPage'),
  }),
  createRoute({
    ...at,
    path: '/statistics',
    validateSearch: ({ from, to }: Record<string, unknown>): StatisticsSearch => ({
      ...(isDate(from) ? { from } : {}),
      ...(isDate(to) ? { to } : {}),
    }),
    component: lazyRouteComponent(() => import('../features/statistics/statistics-page.js'), 'StatisticsPage'),
  }),
  createRoute({
    ...at,
    path: '/panel',
    component: lazyRouteComponent(() => import('../features/panel/panel-page.js'), 'PanelPage'),
  }),
  createRoute({
    ...at,
    path: '/patients/$patientId/first-plan',
    component: lazyRouteComponent(() => import('../features/plan/start/first-plan.js'), 'FirstPlan'),
  }),
  createRoute({
    ...at,
    path: '/plans/$planId/diff',
    validateSearch: (search: Record<string, unknown>): DiffSearch => ({
      ...(isCount(search['from']) ? { from: Number(search['from']) } : {}),
      ...(isCount(search['to']) ? { to: Number(search['to']) } : {}),
      ...(typeof search['role'] === 'string' ? { role: search['role'] } : {}),
    }),
    component: lazyRouteComponent(() => import('../features/plan/diff/diff-page.js'), 'DiffPage'),
  }),
  createRoute({
    ...at,
    path: '/plans/$planId/edit',
    component: lazyRouteComponent(() => import('../features/plan/edit/plan-editor.js'), 'PlanEditor'),
  }),
  createRoute({
    ...at,
    path: '/deliveries',
    validateSearch: readDeliverySearch,
    component: lazyRouteComponent(() => import('../features/deliveries/deliveries-page.js'), 'DeliveriesPage'),
  }),
  createRoute({
    ...at,
    path: '/partners',
    validateSearch: readPartnerSearch,
    component: lazyRouteComponent(() => import('../features/partners/partners-page.js'), 'PartnersPage'),
  }),
  createRoute({
    ...at,
    path: '/partners/new',
    component: lazyRouteComponent(() => import('../features/partners/partner-form.js'), 'NewPartner'),
  }),
  createRoute({
    ...at,
    path: '/partners/import',
    component: lazyRouteComponent(() => import('../features/partners/import-page.js'), 'ImportPage'),
  }),
  createRoute({
    ...at,
    path: '/partners/$partnerId',
    component: lazyRouteComponent(() => import('../features/partners/partner-page.js'), 'PartnerPage'),
  }),
  createRoute({
    ...at,
    path: '/partners/$partnerId/edit',
    component: lazyRouteComponent(() => import('../features/partners/partner-form.js'), 'EditPartner'),
  }),
  createRoute({
    ...at,
    path: '/rules',
    validateSearch: readRuleSearch,
    component: lazyRouteComponent(() => import('../features/rules/rules-page.js'), 'RulesPage'),
  }),
  createRoute({
    ...at,
    path: '/rules/$ruleId',
    component: lazyRouteComponent(() => import('../features/rules/rule-page.js'), 'RulePage'),
  }),
  createRoute({
    ...at,
    path: '/audit',
    validateSearch: readAuditSearch,
    component: lazyRouteComponent(() => import('../features/audit/audit-page.js'), 'AuditPage'),
  }),
  createRoute({
    ...at,
    path: '/operations',
    component: lazyRouteComponent(() => import('../features/operations/operations-page.js'), 'OperationsPage'),
  }),
  createRoute({
    ...at,
    path: '/flow',
    component: lazyRouteComponent(() => import('../features/flow/flow-page.js'), 'FlowPage'),
  }),
  createRoute({
    ...at,
    path: '/status',
    component: lazyRouteComponent(() => import('../features/status/status-page.js'), 'StatusPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The list that a handoff was opened from, in its order: one can walk through it without going back. */
    handoffIds?: readonly string[];
  }
}
