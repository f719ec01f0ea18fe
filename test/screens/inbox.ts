import type { Page } from 'playwright-core';
import { type Asked, ClinicOfOurOwn } from './clinic-of-our-own.ts';
import { readableForAll, type Screens } from './screens.js';

const row = (page: Page, name: string) => page.getByRole('list', { name: 'Requests' }).getByRole('link', { name });

export function inboxScreens(screens: () => Screens): void {
  let clinic: ClinicOfOurOwn;
  let ada: Asked, ben: Asked, cleo: Asked;

  beforeAll(async () => {
    clinic = await ClinicOfOurOwn.open(screens().api, 'Inbox Therapy');
    ada = await clinic.isAskedFor('Ada', 'Inboxed');
    ben = await clinic.isAskedFor('Ben', 'Inboxed');
    cleo = await clinic.isAskedFor('Cleo', 'Inboxed');
  });

  it('shows what waits, what is asked and why, and what may be known; readable for everybody', async () => {
    const { page, complaints } = await screens().as(clinic.who, '/inbox');
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.getByText('3 unanswered').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await row(page, ada.name).click();
    await page.getByRole('heading', { name: 'What you may see of the plan' }).waitFor();
    await page.getByText('Positional unloading, walking intervals', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: ada.name }).innerText()).toContain('Born 2 May 1981');
    expect(await readableForAll(page)).toEqual([]);
    expect(page.url() + (await page.title())).not.toMatch(/Inboxed|Ada/);
    expect(await page.title()).toContain('(3) Inbox');
    expect(complaints).toEqual([]);
  });

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
  });

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
  });

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
  });
}
