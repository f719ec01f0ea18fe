import type { HandoffSummary, Page as ListPage, Patient, Plan } from '#contracts';
import type { Locator, Page } from 'playwright-core';
import { readableForAll, type Screen, type Screens } from './screens.ts';

interface Care {
  patientId: string;
  planId: string;
  family: string;
  handoffs: HandoffSummary[];
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const document = {
  diagnoses: [{ id: 'd1', code: 'M54.17', group: 'lumbar-radiculopathy', side: 'right', status: 'confirmed' }],
  rehab: [
    {
      ...{ id: 'r1', discipline: 'physical-therapy', diagnosisId: 'd1' },
      dose: { sessionsPerWeek: 2, weeks: 6 },
      status: 'active',
    },
  ],
  medications: [
    {
      ...{ id: 'm1', ingredient: { display: 'duloxetine' }, class: 'snri', dose: 30, unit: 'mg' },
      ...{ frequency: 'nightly', status: 'titrating' },
      steps: [
        { date: inDays(1), dose: 30 },
        { date: inDays(8), dose: 60 },
      ],
    },
  ],
};

let born = 0;

/** Somebody of a family name of their own, whose first version two partners are asked to acknowledge. */
async function newPatient({ api }: Screens, family: string): Promise<Care> {
  born += 1;
  const birthDate = `19${String(50 + born).padStart(2, '0')}-03-04`;
  const patient = await api.post<Patient>('/api/patients', 'coordinator', { name: { given: 'Bo', family }, birthDate });
  const team = [
    { role: 'physical-therapy', partnerId: 'pt-north' },
    { role: 'pharmacy', partnerId: 'corner-pharmacy' },
  ];
  const plan = await api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', { document, team });
  const path = `/api/handoffs?plan=${plan.id}&status=open`;
  const { items } = await api.until(
    'two handoffs that have been delivered',
    () => api.get<ListPage<HandoffSummary>>(path, 'coordinator'),
    ({ items: open }) => open.length === 2 && open.every(({ deliveredAt }) => deliveredAt !== null),
  );
  return { patientId: patient.id, planId: plan.id, family, handoffs: items };
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Handoffs' });
const rows = (page: Page): Locator => grid(page).locator('[role=row][data-id]');
const rowOf = (page: Page, partner: string): Locator => rows(page).filter({ hasText: partner });
const selectionBar = (page: Page): Locator => page.getByRole('region', { name: 'What to do with the selected' });

export function boardScreens(screens: () => Screens): void {
  /** A board that shows one patient's rows only. */
  const boardOf = async (care: Care, who = 'coordinator', more = ''): Promise<Screen> => {
    const screen = await screens().as(who, `/board?patient=${care.patientId}${more}`);
    await rows(screen.page)
      .nth(care.handoffs.length - 1)
      .waitFor();
    return screen;
  };

  it('shows what waits, readable for everybody; the grid knows how many rows there are', async () => {
    const care = await newPatient(screens(), 'Gridman');
    const { page, complaints } = await boardOf(care);
    expect(await readableForAll(page)).toEqual([]);
    await page.locator('[role=grid][aria-rowcount="3"]').waitFor();
    expect(await rows(page).first().getAttribute('aria-rowindex')).toBe('2');
    expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('leads from a number to exactly its rows, and back to the row that was opened', async () => {
    const care = await newPatient(screens(), 'Countwell');
    const { page } = await boardOf(care);
    const tile = page.getByRole('link', { name: /Not acknowledged/ });
    await tile.filter({ hasText: '2' }).waitFor();
    await tile.click();
    await page.getByRole('list', { name: 'Filters' }).getByText('Not acknowledged').waitFor();
    expect(new URL(page.url()).searchParams.get('tile')).toBe('not-acknowledged');
    await page.getByText('2 handoffs').waitFor();
    await rowOf(page, 'PT-North').getByRole('link').click();
    await grid(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toMatch(/^\/handoffs\//);
    await page.goBack();
    await rowOf(page, 'PT-North').and(page.locator(':focus')).waitFor();
  });

  it('is worked by keyboard alone: found, assigned, put off and taken back', async () => {
    const care = await newPatient(screens(), 'Keyhole');
    const { page, complaints } = await screens().as('coordinator', '/board');
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('keyhole');
    await page.getByText('2 handoffs').waitFor();
    expect(page.url() + (await page.title())).not.toMatch(/keyhole/i);
    await page.keyboard.press('Enter');
    await rows(page).first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('j');
    await rows(page).nth(1).and(page.locator(':focus')).waitFor();
    const id = (await rows(page).nth(1).getAttribute('data-id')) ?? '';
    const now = () => screens().api.get<HandoffSummary>(`/api/handoffs/${id}`, 'coordinator');

    await page.keyboard.press('a');
    await page
      .getByRole('dialog')
      .getByText(/For Bo Keyhole/)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('1 done').waitFor();
    expect((await now()).owner).toBe('Carmen Ortiz');
    await page.locator(`[data-id="${id}"]:focus`).waitFor();

    await page.keyboard.press('h');
    await page.getByLabel('Back on the list on').waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator(`[data-id="${id}"]`)
      .getByText(/^Later:/)
      .waitFor();
    await page.locator(`[data-id="${id}"]:focus`).waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back').waitFor();
    expect((await now()).chase).toBeNull();
    expect(care.handoffs.map((row) => row.id)).toContain(id);
    expect(complaints).toEqual([]);
  });

  it('does something to many rows, says what was not done and why, and takes it back', async () => {
    const care = await newPatient(screens(), 'Bulkmann');
    const [first] = care.handoffs;
    await screens().api.post(`/api/handoffs/${first!.id}/labels`, 'coordinator', { add: ['work comp'], remove: [] });
    const { page } = await boardOf(care);
    await rows(page)
      .first()
      .click({ position: { x: 400, y: 5 } });
    await page.keyboard.press('Control+a');
    await selectionBar(page).getByText('2 selected').waitFor();
    await selectionBar(page).getByRole('button', { name: 'Labels' }).click();
    await page.getByLabel('Add, with commas between').fill('work comp');
    await page.getByRole('button', { name: 'Set labels' }).click();
    const panel = page.getByRole('region', { name: 'Labels' });
    await panel.getByText('1 done; 1 skipped: so already').waitFor();
    await panel.getByText('Why').click();
    await panel.getByText('1: so already').waitFor();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('region', { name: 'Taken back' }).waitFor();
    const { items } = await screens().api.get<ListPage<HandoffSummary>>(
      `/api/handoffs?plan=${care.planId}`,
      'coordinator',
    );
    expect(items.filter(({ labels }) => labels.length > 0).map(({ id }) => id)).toEqual([first!.id]);
  });

  it('counts and names reminders before they leave the house, and reminds nobody twice a day', async () => {
    const care = await newPatient(screens(), 'Reminder');
    const { page, complaints } = await boardOf(care);
    await rowOf(page, 'PT-North')
      .getByRole('button', { name: /Actions/ })
      .click();
    await page.getByRole('menuitem', { name: 'Remind' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('0 reminders to 0 partners; 1 skipped: contacted today').waitFor();
    await dialog.getByText('Not reminded: 1').click();
    await dialog.getByText('Bo Reminder, PT-North: contacted today').waitFor();
    expect(await dialog.getByRole('button', { name: /^(Remind|Send)/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('changes rows in their places and keeps what would come in behind a button', async () => {
    const care = await newPatient(screens(), 'Livewell');
    const { page } = await screens().as('coordinator', '/board?partner=pt-north');
    const mine = page.locator(`[data-id="${care.handoffs.find(({ partnerId }) => partnerId === 'pt-north')!.id}"]`);
    await mine.waitFor();
    // What the embedded start adds above every screen comes when it comes.
    await page.getByRole('button', { name: 'Close the first steps' }).click();
    await mine.hover();
    const before = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
    await newPatient(screens(), 'Newcomer');
    const button = page.getByRole('button', { name: /1 new.*show/ });
    await button.waitFor();
    await screens().api.get(`/api/handoffs/${await mine.getAttribute('data-id')}`, 'partner:pt-north');
    await mine.getByText('Opened').waitFor();
    const after = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
    expect(after).toEqual(before);
    expect(await rows(page).filter({ hasText: 'Newcomer' }).count()).toBe(0);
    await button.click();
    await rows(page).filter({ hasText: 'Newcomer' }).waitFor();
  });

  it('keeps a filter by name, with its number, until it is deleted', async () => {
    const care = await newPatient(screens(), 'Viewable');
    const { page } = await boardOf(care, 'coordinator', '&waitingOn=partner');
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Waits for partners');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const view = page.getByRole('button', { name: 'Waits for partners 2' });
    await view.and(page.locator('[aria-current]')).waitFor();
    await page.getByRole('button', { name: /^What waits/ }).click();
    await page.waitForURL((url) => url.search === '');
    await view.click();
    await page.getByText('2 handoffs').waitFor();
    await page.getByRole('button', { name: 'Change Waits for partners' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await view.waitFor({ state: 'detached' });
  });

  it('lets a physician look on', async () => {
    const care = await newPatient(screens(), 'Lookson');
    const { page, complaints } = await boardOf(care, 'physician');
    await page.getByText('You see the board of the coordinators.').waitFor();
    expect(await rows(page).first().getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Save this view' }).count()).toBe(0);
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('holds emergencies on top until somebody takes them; the desk has the rest', async () => {
    const care = await newPatient(screens(), 'Alarmed');
    const redFlags = [{ kind: 'cauda-equina' }];
    await screens().api.post(`/api/patients/${care.patientId}/triage`, 'coordinator', { redFlags });
    const { page, complaints } = await boardOf(care);
    const take = page.getByRole('button', { name: 'I take it: Bo Alarmed' });
    await take.first().waitFor();
    expect(await readableForAll(page)).toEqual([]);
    for (let left = await take.count(); left > 0; left -= 1) {
      await take.first().click();
      await take.nth(left - 1).waitFor({ state: 'detached' });
    }
    await page.getByRole('tab', { name: 'Desk' }).click();
    const taken = page.getByRole('grid', { name: 'Work items' }).locator('[data-id]', { hasText: 'Alarmed' });
    const item = taken.filter({ hasText: 'Carmen Ortiz' }).first();
    await item.waitFor();
    expect(await readableForAll(page)).toEqual([]);
    const id = (await item.getAttribute('data-id')) ?? '';
    await item.getByRole('button', { name: /^Done/ }).click();
    await page.locator(`[data-id="${id}"]`).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('says what is empty and where to go on, what failed, and what it last knew', async () => {
    const care = await newPatient(screens(), 'Stately');
    const { page } = await screens().as('coordinator', `/board?patient=${care.patientId}&tile=unassigned&role=imaging`);
    await page.getByText('No handoff fits these filters.').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reset' }).last().click();
    await rows(page).first().waitFor();

    await page.route('**/api/handoffs?*', (route) => route.fulfill({ status: 500, json: problem }));
    await page.getByLabel('Sorted by').selectOption('activity');
    await page.getByRole('alert').getByText('Something broke.').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.unroute('**/api/handoffs?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await rows(page).first().waitFor();
  });

  it('loads in rows of the final height', async () => {
    const { page } = await screens().as('coordinator', '/patients');
    await page.route('**/api/handoffs?*', () => undefined);
    await page.goto(`${screens().system.url}/board`);
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}

const problem = { type: 'about:blank', title: 'Broken', status: 500, detail: 'Something broke.' };
