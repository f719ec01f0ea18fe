import { readableForAll, type Screens } from './screens.js';

/** Looking at a long page in both themes and narrow takes its time on a busy machine. */
const patience = 120_000;

export function statisticsScreens(screens: () => Screens): void {
  it(
    'tells five numbers with what they mean; each leads to its rows',
    async () => {
      const { page, complaints } = await screens().as('coordinator', '/statistics');
      await page.getByRole('heading', { name: 'Loops closed' }).waitFor();
      for (const name of [
        'Overdue now',
        'Behind on the plan now',
        'Not acknowledged now',
        'Roles without anybody now',
      ]) {
        await page.getByRole('heading', { name, exact: true }).waitFor();
      }
      await page.getByText('What is counted').first().click();
      await page.getByText(/those whose report has come back/).waitFor();
      expect(await readableForAll(page)).toEqual([]);
      const behind = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: 'Behind on the plan now' }) });
      await behind.getByRole('link').first().click();
      await page.waitForURL('**/board?tile=behind');
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it(
    'counts another period, and says when it cannot be counted',
    async () => {
      const { page } = await screens().as('coordinator', '/statistics');
      await page.getByRole('button', { name: 'a year' }).click();
      await page.waitForURL(/statistics\?from=.*&to=/);
      await page.getByRole('heading', { name: 'Who is silent' }).waitFor();
      await page.route('**/api/statistics?*', (route) => route.abort());
      await page.getByRole('button', { name: '30 days' }).click();
      await page.getByRole('alert').getByText('could not be loaded').waitFor();
      expect(await readableForAll(page)).toEqual([]);
    },
    patience,
  );
}
