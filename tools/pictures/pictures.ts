/** What is worth a picture: which screen, as whom, and when it is ready. */
import type { Page } from 'playwright-core';
import type { HandoffSummary, Page as ListPage, Patient } from '#contracts';
import type { ApiClient } from '../../test/support/api-client.ts';

export interface Picture {
  name: string;
  /** Null: before anybody signed in. */
  who: string | null;
  path: string;
  theme?: 'light' | 'dark';
  ready: (page: Page) => Promise<unknown>;
}

/** What the pictures speak of. */
export interface World {
  planId: string;
  patientId: string;
  handoffId: string;
}

const sample = 'SEED-A3';
const partner = 'partner:pt-north';

export async function prepare(api: ApiClient): Promise<World> {
  const { items } = await api.get<ListPage<Patient>>(`/api/patients?query=${sample}`, 'physician');
  const patient = items[0];
  if (!patient?.planId) throw new Error(`The sample patient ${sample} is not there.`);
  const handoffs = await api.get<ListPage<HandoffSummary>>('/api/handoffs?status=open', partner);
  const handoff = handoffs.items.find(({ patientId }) => patientId === patient.id);
  if (!handoff) throw new Error(`Nothing waits for ${partner} about ${sample}.`);
  return { planId: patient.planId, patientId: patient.id, handoffId: handoff.id };
}

const heading =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('heading', { name }).first().waitFor();

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
  await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
};

export const pictures = ({ planId, patientId, handoffId }: World): readonly Picture[] => [
  { name: 'sign-in', who: null, path: '/api/session/sign-in', ready: heading('Sign in to Throughline') },
  { name: 'panel', who: 'physician', path: '/panel', ready: settled },
  { name: 'patient', who: 'physician', path: `/patients/${patientId}`, ready: heading('Timeline') },
  { name: 'plan-editor', who: 'physician', path: `/plans/${planId}/edit`, ready: settled },
  { name: 'diff', who: 'physician', path: `/plans/${planId}/diff`, ready: settled },
  { name: 'board', who: 'coordinator', path: '/board', ready: settled },
  { name: 'board-dark', who: 'coordinator', path: '/board', theme: 'dark', ready: settled },
  { name: 'handoff', who: 'coordinator', path: `/handoffs/${handoffId}`, ready: settled },
  { name: 'inbox', who: partner, path: `/inbox?item=${handoffId}`, ready: heading('Inbox') },
  { name: 'statistics', who: 'coordinator', path: '/statistics', ready: settled },
  { name: 'deliveries', who: 'administrator', path: '/deliveries', ready: settled },
  { name: 'partners', who: 'administrator', path: '/partners', ready: settled },
  { name: 'rules', who: 'physician', path: '/rules', ready: settled },
  { name: 'audit', who: 'administrator', path: '/audit', ready: settled },
  { name: 'flow', who: 'operator', path: '/flow', ready: settled },
];
