import type { Page } from 'playwright-core';
import { pagesOf } from '../support/pdf-text.ts';
import { newPatientOnPlan } from './panel.js';
import { readableForAll, type Screens } from './screens.js';

const openPatient = async (page: Page, family: string): Promise<void> => {
  await page
    .getByRole('link', { name: new RegExp(family) })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
};

/** Looking at a long page in both themes and narrow takes its time on a busy machine. */
const patience = 120_000;

export function patientScreens(screens: () => Screens): void {
  it('lists the patients, readable for everybody', async () => {
    const { page, complaints } = await screens().as('physician', '/patients');
    await page.getByText('Nowak').first().waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it(
    'registers a patient from the keyboard alone and asks for the packet next',
    async () => {
      const { page, complaints } = await screens().as('coordinator', '/patients');
      await page.getByRole('button', { name: 'Register a patient' }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Given name').waitFor();
      await page.keyboard.type('Ewa');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Zielona');
      await page.getByLabel('Date of birth').fill('1971-05-06');
      await page.keyboard.press('Enter');
      await page.getByText('There is no pain plan yet.').waitFor();
      await page.getByRole('button', { name: 'Fill in' }).click();
      await page.getByLabel('Work goal').fill('Full shifts');
      expect(await readableForAll(page)).toEqual([]);
      await page.getByRole('button', { name: /Save for Ewa Zielona/ }).click();
      await page.getByRole('heading', { name: 'Still to ask for' }).waitFor();
      await page.getByText('Full shifts').waitFor();
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it(
    'shows who of the team works from which version, by name, readable for everybody',
    async () => {
      const { page, complaints } = await screens().as('physician', '/patients');
      await openPatient(page, 'Nowak');
      await page.getByRole('table', { name: 'Partners by plan versions' }).getByText('PT-North').waitFor();
      expect(await page.getByText(/\bv0\b/).count()).toBe(0);
      expect(await page.getByText('{score}').count()).toBe(0);
      expect(await readableForAll(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it('keeps what happens meanwhile behind a button', async () => {
    const { patient, plan } = await newPatientOnPlan(screens(), 'Sowa');
    const { page } = await screens().as('physician', `/patients/${patient.id}`);
    await page.getByText('Registered at the pain clinic').waitFor();
    await screens().api.post(`/api/plans/${plan.id}/targets/t1/measurements`, 'physician', {
      value: 6,
      measuredAt: new Date().toISOString(),
    });
    await page.getByRole('button', { name: /Show \d+ new/ }).click();
    await page.getByText(/: 6 \(from 8, target 3\)/).waitFor();
  });

  it(
    'asks who takes a call for red flags, tells the team, and says who was told',
    async () => {
      const { patient } = await newPatientOnPlan(screens(), 'Bocian');
      const { page, complaints } = await screens().as('coordinator', `/patients/${patient.id}?open=triage`);
      await page.getByRole('checkbox', { name: /Progressive weakness/ }).check();
      expect(await readableForAll(page)).toEqual([]);
      await page.getByRole('button', { name: /Report 1 sign for Test Bocian/ }).click();
      await page.getByRole('heading', { name: 'Who is told' }).waitFor();
      await page.getByRole('dialog').getByText('PT-North').waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).last().click();
      await page.getByRole('heading', { name: 'Red flags in force' }).waitFor();
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it('prints the plan on two sheets at most, each with the patient, the version and the time', async () => {
    const { page } = await screens().as('physician', '/patients');
    await openPatient(page, 'Nowak');
    await page.getByRole('table', { name: 'Partners by plan versions' }).getByText('PT-North').waitFor();
    const sheets = pagesOf(await page.pdf({ format: 'Letter' }));
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThanOrEqual(2);
    for (const sheet of sheets) {
      expect(sheet).toContain('NOWAK,Anna');
      expect(sheet).toMatch(/Planversion\d+·printed/);
    }
  });

  it(
    'says what failed, and keeps what it has',
    async () => {
      const { page } = await screens().as('physician', '/patients');
      await page.route('**/api/plans/*/team', (route) => route.abort());
      await openPatient(page, 'Nowak');
      await page.getByRole('alert').first().waitFor();
      await page.getByRole('heading', { name: 'Does it help?' }).waitFor();
      expect(await readableForAll(page)).toEqual([]);
    },
    patience,
  );

  it('names no patient in the address or the title', async () => {
    const { page } = await screens().as('physician', '/patients');
    await openPatient(page, 'Nowak');
    expect(page.url() + (await page.title())).not.toMatch(/Nowak|Anna/);
  });
}
