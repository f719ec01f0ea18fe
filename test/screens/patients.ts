import type { Page } from 'playwright-core';
import { readableForAll, type Screens } from './screens.js';

const openPatient = async (page: Page, family: string): Promise<void> => {
  await page
    .getByRole('link', { name: new RegExp(family) })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
};

export function patientScreens(screens: () => Screens): void {
  it('lists the patients, readable for everybody', async () => {
    const { page, complaints } = await screens().as('physician', '/patients');
    await page.getByText('Nowak').first().waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows who of the team works from which version, readable for everybody', async () => {
    const { page, complaints } = await screens().as('physician', '/patients');
    await openPatient(page, 'Nowak');
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('names no patient in the address or the title', async () => {
    const { page } = await screens().as('physician', '/patients');
    await openPatient(page, 'Nowak');
    expect(page.url() + (await page.title())).not.toMatch(/Nowak|Anna/);
  });
}
