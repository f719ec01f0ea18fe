import { type Asked, ClinicOfOurOwn } from './clinic-of-our-own.ts';
import { readableForAll, type Screens } from './screens.js';

export function handoffScreens(screens: () => Screens): void {
  let clinic: ClinicOfOurOwn;
  let other: ClinicOfOurOwn;
  let eve: Asked, fay: Asked;

  beforeAll(async () => {
    clinic = await ClinicOfOurOwn.open(screens().api, 'Detail Therapy');
    other = await ClinicOfOurOwn.open(screens().api, 'Detail Elsewhere');
    eve = await clinic.isAskedFor('Eve', 'Detailed');
    fay = await clinic.isAskedFor('Fay', 'Detailed');
  }, 90_000);

  it('tells the whole story of one request, readable for everybody', async () => {
    const { page, complaints } = await screens().as('coordinator', `/handoffs/${eve.handoffId}`);
    await page.getByRole('heading', { name: `Physical therapy: ${clinic.name}` }).waitFor();
    await page.getByRole('region', { name: eve.name }).getByText('Born').waitFor();
    await page.getByRole('link', { name: '+1 555 0142' }).waitFor();
    await page.getByText('Hours', { exact: true }).waitFor();
    await page.getByRole('list', { name: 'How far it has come' }).getByText('over inbox').waitFor();
    await page.getByText('Only people of the clinic read these.').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(page.url() + (await page.title())).not.toMatch(/Detailed|Eve/);
    expect(complaints).toEqual([]);
  }, 90_000);

  it('is worked by keys alone: blocked, taken back, a note kept, a reminder thought over', async () => {
    const { page } = await screens().as('coordinator', `/handoffs/${eve.handoffId}`);
    await page.getByRole('button', { name: 'Remind the partner' }).waitFor();
    await page.keyboard.press('b');
    await page.getByRole('dialog', { name: 'Mark as blocked' }).getByText(`${eve.name}, for ${clinic.name}`).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Nobody picks up the phone');
    await page.keyboard.press('Tab');
    await page.keyboard.type('the front desk');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Blocked: No response' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByRole('heading', { name: 'Blocked: No response' }).waitFor({ state: 'detached' });
    await page.getByText('Taken back.').waitFor();
    await page.locator('body').press('n');
    await page.keyboard.type('Called at noon.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Internal notes' }).getByText('Called at noon.').waitFor();
    await page.getByRole('heading', { name: 'Next step' }).click();
    await page.keyboard.press('r');
    const reminder = page.getByRole('dialog', { name: 'Remind the partner' });
    await reminder.getByText(`Remind ${clinic.name} about ${eve.name}`).waitFor();
    // It was sent a minute ago: the server says so before anything leaves.
    await reminder.getByText(/contacted today/).waitFor();
    expect(await reminder.getByRole('button', { name: 'Remind the partner' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await reminder.waitFor({ state: 'detached' });
  }, 90_000);

  it('acknowledges for a partner that phoned, with who said so', async () => {
    const { page } = await screens().as('coordinator', `/handoffs/${eve.handoffId}`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Acknowledge for the partner' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/Who said so/).fill('Front desk, by phone');
    await dialog.getByRole('button', { name: 'Acknowledge v1 for the partner' }).click();
    await page.getByText('Acknowledged v1.').waitFor();
    await page
      .getByText(/for the partner/)
      .first()
      .waitFor();
    await page.locator('summary', { hasText: 'History' }).click();
    await page.getByText(/Front desk, by phone/).waitFor();
  }, 90_000);

  it('leads from a decline to the next clinic, the best first, with the packet', async () => {
    const { items } = await screens().api.get<{ items: { id: string }[] }>(
      `/api/referrals?handoff=${fay.handoffId}`,
      clinic.who,
    );
    await screens().api.post(`/api/referrals/${items[0]?.id}/decline`, clinic.who, {
      family: 'capacity',
      code: 'full',
      reason: 'No slot before May.',
    });
    const { page } = await screens().as('coordinator', `/handoffs/${fay.handoffId}`);
    await page.getByText(/The partner declined: No slot before May./).waitFor();
    await page.getByRole('button', { name: 'Reroute' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reroute' });
    await dialog.getByLabel(other.name).check();
    await dialog.getByLabel('Reason, in your words').fill('The first clinic is full.');
    expect(await readableForAll(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Reroute' }).click();
    await page.getByText('Rerouted.').waitFor();
    await screens().api.until(
      'the other clinic to be asked',
      () => screens().api.get<{ items: unknown[] }>(`/api/handoffs?plan=${fay.planId}&status=open`, other.who),
      (found) => found.items.length > 0,
    );
  }, 90_000);

  it('is walked through in the order of the list that it was opened from', async () => {
    const { planId, patientId } = await clinic.isAskedFor('Gil', 'Walkthrough');
    // The imaging that nobody does yet comes beside the therapy.
    await screens().api.until(
      'both handoffs to stand on the list',
      () => screens().api.get<{ items: unknown[] }>(`/api/handoffs?plan=${planId}&status=waiting`, 'coordinator'),
      ({ items }) => items.length === 2,
    );
    const { page } = await screens().as('coordinator', `/board?patient=${patientId}`);
    const rows = page.getByRole('link', { name: /Walkthrough/ });
    await rows.nth(1).waitFor();
    const [first, second] = await rows.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    await rows.first().click();
    await page.waitForURL(first ?? '');
    const previous = page.getByRole('button', { name: 'Previous' });
    await previous.waitFor();
    expect(await previous.isDisabled()).toBe(true);
    await page.keyboard.press(']');
    await page.waitForURL(second ?? '');
    await page.getByRole('button', { name: 'Previous' }).and(page.locator(':enabled')).waitFor();
    await page.keyboard.press('[');
    await page.waitForURL(first ?? '');
  }, 90_000);

  it('looks like nothing to a partner that it is not addressed to', async () => {
    const { page } = await screens().as(other.who, `/handoffs/${eve.handoffId}`);
    await page.getByText('There is no such handoff.').waitFor();
    expect(await readableForAll(page)).toEqual([]);
  }, 90_000);
}
