import type { Page } from 'playwright-core';
import { type Asked, ClinicOfOurOwn } from './clinic-of-our-own.ts';
import { readableForAll, type Screens } from './screens.js';

const row = (page: Page, name: string) => page.getByRole('list', { name: 'Requests' }).getByRole('link', { name });

export function inboxScreens(screens: () => Screens): void {
  let clinic: ClinicOfOurOwn;
  let ada: Asked, ben: Asked, cleo: Asked, dan: Asked;

  beforeAll(async () => {
    clinic = await ClinicOfOurOwn.open(screens().api, 'Inbox Therapy');
    ada = await clinic.isAskedFor('Ada', 'Inboxed');
    ben = await clinic.isAskedFor('Ben', 'Inboxed');
    cleo = await clinic.isAskedFor('Cleo', 'Inboxed');
    dan = await clinic.isAskedFor('Dan', 'Inboxed');
  }, 90_000);

  it('shows what waits, what is asked and why, and what may be known; readable for everybody', async () => {
    const { page, complaints } = await screens().as(clinic.who, '/inbox');
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.getByText('4 unanswered').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await row(page, ada.name).click();
    await page.getByRole('heading', { name: 'What you may see of the plan' }).waitFor();
    await page.getByText('Positional unloading, walking intervals', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: ada.name }).innerText()).toContain('Born 2 May 1981');
    expect(await readableForAll(page)).toEqual([]);
    expect(page.url() + (await page.title())).not.toMatch(/Inboxed|Ada/);
    expect(await page.title()).toContain('(4) Inbox');
    expect(complaints).toEqual([]);
  }, 90_000);

  it('is answered by keys alone: open, accept, and the next one has the focus', async () => {
    const { page, complaints } = await screens().as(clinic.who, '/inbox');
    await row(page, ada.name).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    // The row keeps the focus, so that letters still work.
    await row(page, ada.name).focus();
    await page.evaluate(() =>
      window.addEventListener('focusin', () => performance.mark('focused'), { once: true, capture: true }),
    );
    await page.keyboard.press('1');
    await page.waitForFunction(
      (name) => document.activeElement?.tagName === 'A' && document.activeElement.textContent?.includes(name),
      ben.name,
      { polling: 20 },
    );
    // In the page's own time: from the end of the server's answer to the focus.
    const ms = await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const answered = entries.find(({ name }) => name.endsWith('/accept'))?.responseEnd ?? 0;
      return Math.round((performance.getEntriesByName('focused')[0]?.startTime ?? Infinity) - answered);
    });
    console.log(`G2: next item focused ${ms} ms after the server's answer`);
    expect(ms).toBeLessThan(300);
    await page.getByText('Accepted.').waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('acknowledges by one key, and only what was read', async () => {
    const { page } = await screens().as(clinic.who, '/inbox');
    await row(page, ben.name).focus();
    await page.keyboard.press('y');
    // The first key opened it; nothing was said yet.
    await page.getByRole('button', { name: 'Acknowledge v1' }).waitFor();
    await row(page, ben.name).focus();
    await page.keyboard.press('y');
    await page.getByText('Acknowledged v1.').waitFor();
    await row(page, ben.name).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /To book/ }).click();
    await row(page, ben.name).waitFor();
  }, 90_000);

  it('declines with a family of reasons, a code and words', async () => {
    const { page } = await screens().as(clinic.who, `/inbox?item=${cleo.handoffId}`);
    await page.getByRole('button', { name: 'Decline' }).click();
    const dialog = page.getByRole('dialog', { name: 'Decline' });
    await dialog.getByText(`${cleo.name}, for ${clinic.name}`).waitFor();
    await dialog.getByLabel('Reason', { exact: false }).first().selectOption({ label: 'We are full' });
    await dialog.getByLabel('More exactly').selectOption({ label: 'No slot in time' });
    await dialog.getByLabel('Reason, in your words').fill('Our next free hour is in May.');
    expect(await readableForAll(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await page.getByText('Declined.').waitFor();
    await page.getByRole('link', { name: /^Declined/ }).click();
    await row(page, cleo.name).waitFor();
  }, 90_000);

  it('says who was faster, and how it stands now', async () => {
    const { page } = await screens().as(clinic.who, `/inbox?item=${dan.handoffId}`);
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    // What happens now is not heard of here.
    await page.route(/api\/(live|handoffs|referrals\?)/, (route) => route.abort());
    const { items } = await screens().api.get<{ items: { id: string }[] }>(
      `/api/referrals?handoff=${dan.handoffId}`,
      'coordinator',
    );
    await screens().api.post(`/api/referrals/${items[0]?.id}/accept`, 'coordinator', {});
    await page.unroute(/api\/(live|handoffs|referrals\?)/);
    const accept = page.getByRole('button', { name: 'Accept' });
    if (await accept.isVisible()) await accept.click();
    await page
      .getByText(/Accepted, .*Carmen Ortiz|by Carmen Ortiz/)
      .first()
      .waitFor();
  }, 90_000);

  it('turns the answers off while a newer version replaces what is open, and leads to it', async () => {
    const newer = await clinic.changePlan(dan);
    const { page, complaints } = await screens().as(clinic.who, `/inbox?item=${dan.handoffId}`);
    await page.getByText('A newer message replaced this one.').waitFor();
    expect(await page.getByRole('button', { name: /^Acknowledge/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show the newer one' }).click();
    await page.getByRole('button', { name: 'Acknowledge v2' }).click();
    await page.getByText('Acknowledged v2.').waitFor();
    expect(page.url()).toContain(newer);
    expect(complaints).toEqual([]);
  }, 90_000);

  it('says when everything is answered, and what could not be loaded', async () => {
    const other = await ClinicOfOurOwn.open(screens().api, 'Quiet Therapy');
    const { page } = await screens().as(other.who, '/inbox');
    await page.getByText('All answered.').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.route('**/api/handoffs?*', (route) =>
      route.fulfill({ status: 500, json: { status: 500, title: 'Broken', detail: 'Broken.' } }),
    );
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
  }, 90_000);

  it('shows a therapist what is in force today, and takes a visit', async () => {
    const { page, complaints } = await screens().as(clinic.who, `/inbox?item=${ben.handoffId}`);
    await page.getByRole('heading', { name: 'Directives in force today' }).waitFor();
    await page.getByText('No flexion loading', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Record a visit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Record a visit' });
    await dialog.getByLabel('Minutes').fill('45');
    await dialog.getByLabel('Walking intervals').check();
    await dialog.getByRole('button', { name: 'Record a visit' }).click();
    await page.getByText('The visit is recorded.').waitFor();
    await page.getByText('1 visit recorded').waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('lets a clinic say how long its waiting list is, and shows where its messages go', async () => {
    const { page, complaints } = await screens().as(clinic.who, '/settings');
    await page.getByRole('heading', { name: clinic.name }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page
      .getByRole('combobox', { name: 'Capacity' })
      .or(page.locator('select[name=capacity]'))
      .first()
      .selectOption('waitlist');
    await page.locator('input[name=waitWeeks]').fill('3');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.locator('form button[type=submit]').last().click();
    expect((await saved).status()).toBe(200);
    await page.getByText('Waiting list').first().waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);
}
