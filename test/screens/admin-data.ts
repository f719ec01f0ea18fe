/** What the administration's tests stand on: a partner of their own with a webhook, and somebody on its list. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { EndpointWithSecret, Patient, Plan } from '#contracts';
import { caseDates } from '../cases/case.ts';
import { lumbarPlan } from '../cases/c-base.ts';
import type { ApiClient } from '../support/api-client.ts';

/** The same tests can run again on the same system. */
export const tag = randomUUID().slice(0, 4);

/** Some day of the running year: the screens' tests do not move the clock. */
const today = caseDates(new Date().toISOString().slice(0, 10), 'America/New_York');

export const newPartner = (api: ApiClient, partnerId: string, name: string): Promise<unknown> =>
  api.post('/api/partners', 'administrator', {
    partnerId,
    name,
    roles: ['physical-therapy'],
    calendar: { timeZone: 'America/New_York' },
  });

export const addWebhook = (api: ApiClient, partnerId: string, url: string): Promise<EndpointWithSecret> =>
  api.post(`/api/partners/${partnerId}/endpoints`, 'administrator', { kind: 'webhook', url });

/** A first version that asks `partnerId` for physical therapy. The directory travels by events: asked again until the plans know it. */
export async function newPatientOf(api: ApiClient, partnerId: string): Promise<Plan> {
  const patient = await api.post<Patient>('/api/patients', 'coordinator', {
    name: { given: 'Admina', family: 'Testperson' },
    birthDate: '1970-02-03',
    recordNumber: `ADM-${randomUUID().slice(0, 8)}`,
  });
  const body = {
    document: lumbarPlan(today),
    reason: 'First version',
    team: [{ role: 'physical-therapy', partnerId }],
  };
  const path = `/api/patients/${patient.id}/plans`;
  const created = await api.until(
    `${partnerId} to be known to the plans`,
    () => api.call<Plan>('POST', path, { as: 'physician', body }),
    ({ status }) => status < 300,
  );
  return created.body;
}

/** An answer that went wrong, as the services give it. */
export const failing = (page: Page, path: string | RegExp): Promise<unknown> =>
  page.route(path, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:throughline:problem:unexpected',
        title: 'Something went wrong',
        status: 500,
        detail: 'It was logged under 7.',
        errorId: '7',
      }),
    }),
  );

/** An answer of our own, for states that a system in use does not have. */
export const answering = (page: Page, path: string | RegExp, body: unknown): Promise<unknown> =>
  page.route(path, (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(body) }),
  );

/** Presses Tab until what is focused has this name. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: element } = document;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
      return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
    });
    if (name.test(at)) return;
  }
  throw new Error(`no Tab leads to ${String(name)}`);
}
