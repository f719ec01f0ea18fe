/** Changing a plan and comparing its versions, before patients of their own. */
import type { CreatedPlan, Patient } from '#contracts';
import type { Page } from 'playwright-core';
import { a1Nurse } from '../cases/a1-nurse.ts';
import { caseDates, type Publish } from '../cases/case.ts';
import { readableForAll, type Screens, violationsOf } from './screens.js';

interface Made {
  patient: Patient;
  plan: CreatedPlan;
}

const zone = 'America/New_York';
const team = [
  { role: 'physical-therapy', partnerId: 'pt-north' },
  { role: 'primary-care', partnerId: 'family-care' },
  { role: 'imaging', partnerId: 'city-imaging' },
];

/** The form is long, and reading all of it three times takes its time on a busy machine. */
const patience = 120_000;

export function planScreens(screens: () => Screens): void {
  let made: Made;

  async function newPatient(family: string): Promise<Patient> {
    return screens().api.post<Patient>('/api/patients', 'physician', {
      name: { given: 'Petra', family },
      birthDate: '1982-09-14',
    });
  }

  /** The nurse of the sketches with her first version. */
  async function newPlan(family: string): Promise<Made> {
    const { api } = screens();
    const { now } = await api.get<{ now: string }>('/api/clock', 'physician');
    const at = caseDates(now.slice(0, 10), zone);
    const versions = a1Nurse.steps.filter((step): step is Publish => step.kind === 'publish');
    const patient = await newPatient(family);
    const document = versions[0]?.document(at);
    const plan = await api.post<CreatedPlan>(`/api/patients/${patient.id}/plans`, 'physician', { document, team });
    return { patient, plan };
  }

  const editing = async (planId: string) => {
    const screen = await screens().as('physician', `/plans/${planId}/edit`);
    await screen.page.getByText('Nothing to publish.').waitFor();
    return screen;
  };
  const openItem = (page: Page, text: string) => page.locator('summary', { hasText: text }).first().click();
  const field = (page: Page, path: string) => page.locator(`[id="field-${path}"]`);

  beforeAll(async () => {
    made = await newPlan('Editors');
  });

  it(
    'shows the plan by clinical sections, an item on a line, readable for everybody',
    async () => {
      const { page, complaints } = await editing(made.plan.id);
      const medicines = page.locator('#medications');
      await medicines.getByText(/gabapentin 300 mg nightly · titrating · 300 mg from/).waitFor();
      expect(await readableForAll(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it(
    'marks what changed with what stood there, and takes one change back',
    async () => {
      const { page } = await editing(made.plan.id);
      await openItem(page, 'Physical therapy');
      await field(page, 'rehab[0].dose.sessionsPerWeek').getByRole('textbox').fill('3');
      await field(page, 'rehab[0].dose.sessionsPerWeek').getByText('Was: 2').waitFor();
      await page.locator('#rehab').getByText('1 change').first().waitFor();
      await page.getByRole('button', { name: 'Undo Sessions a week' }).click();
      await page.getByText('Nothing to publish.').waitFor();
    },
    patience,
  );

  it(
    'publishes a change in four actions, by keyboard alone, to those whom the preview named',
    async () => {
      const { patient, plan } = await newPlan('Keyboard');
      const { page, complaints } = await editing(plan.id);
      await openItem(page, 'lumbar spine · ordered');
      await field(page, 'imaging[0].region').getByRole('textbox').fill('lumbar and thoracic spine');
      await page.getByRole('button', { name: /^Publish v2/, disabled: false }).waitFor();
      const label = await page.getByRole('button', { name: /^Publish v2/ }).innerText();
      let actions = 0;
      const does = async (action: Promise<void>): Promise<void> => {
        await action;
        actions += 1;
      };
      await does(page.keyboard.press('Control+Enter'));
      const dialog = page.getByRole('dialog', { name: 'Publish version 2 for Petra Keyboard' });
      await dialog.getByRole('button', { name: label }).waitFor();
      await does(page.keyboard.type('The whole region'));
      await does(page.keyboard.press('Enter'));
      await page.waitForURL((url) => url.pathname === `/patients/${patient.id}`);
      console.log(`G3: ${actions} actions from the changed field to the published version`);
      expect(actions).toBeLessThanOrEqual(4);
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it(
    'keeps the draft, and leads from change to change by F8',
    async () => {
      const { plan } = await newPlan('Drafts');
      const first = await editing(plan.id);
      await field(first.page, 'stage.reason').getByRole('textbox').fill('still early');
      await first.page.keyboard.press('Control+s');
      await first.page.getByText(/^Draft saved/).waitFor();
      const second = await screens().as('physician', `/plans/${plan.id}/edit`);
      await field(second.page, 'stage.reason').getByText('Was: nothing').waitFor();
      await second.page.keyboard.press('F8');
      const focused = await second.page.evaluate(() => document.activeElement?.closest('[id^="field-"]')?.id);
      expect(focused).toBe('field-stage.reason');
    },
    patience,
  );

  it(
    'stops rather than deletes, and says at the field what the server will not have',
    async () => {
      const { page } = await editing(made.plan.id);
      await page.getByRole('button', { name: 'Add a procedure' }).click();
      await field(page, 'procedures[0].type').getByRole('combobox').selectOption('rfa-medial-branch');
      await field(page, 'procedures[0].intent').getByRole('combobox').selectOption('therapeutic');
      const summary = page.getByTestId('faults');
      await summary.getByRole('link').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await openItem(page, 'gabapentin');
      await page.getByRole('button', { name: /^Stop gabapentin/ }).click();
      await page
        .locator('#medications')
        .getByText(/gabapentin .* stopped/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Discard the draft' }).click();
      await page.getByText('Nothing to publish.').waitFor();
    },
    patience,
  );

  it(
    'compares two versions in words, for everybody and as one role sees them, by keyboard too',
    async () => {
      const { plan } = await newPlan('Compared');
      const changed = { ...plan.document, reviewDate: '2027-03-01', notes: 'walks to the park' };
      const body = { document: changed, reason: 'Review earlier' };
      await screens().api.post(`/api/plans/${plan.id}/versions`, 'physician', body, { 'if-match': '"1"' });
      const { page, complaints } = await screens().as('physician', `/plans/${plan.id}/diff`);
      await page.getByRole('heading', { name: 'Review and notes' }).waitFor();
      await page.getByRole('heading', { name: 'What v2 meant for the partners' }).waitFor();
      await page.getByText('Wording only').waitFor();
      expect(await readableForAll(page)).toEqual([]);
      await page.keyboard.press('n');
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-change'))).toBe(true);
      await page.getByLabel('As seen by').selectOption('imaging');
      await page.getByText(/changed nothing that imaging can see/).waitFor();
      await page.goto(`${screens().system.url}/plans/${plan.id}/diff?to=1`);
      await page.getByText('There is nothing to compare version 1 with: it is shown in full.').waitFor();
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it(
    'begins a plan for a patient who has none',
    async () => {
      const patient = await newPatient('Beginner');
      const { page, complaints } = await screens().as('physician', `/patients/${patient.id}`);
      await page.getByRole('link', { name: 'Write the first plan' }).click();
      await page.getByRole('button', { name: 'Begin with an empty plan' }).click();
      await page.getByRole('button', { name: 'Add a habit' }).click();
      await field(page, 'lifestyle[0].kind').getByRole('combobox').selectOption('sleep');
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Publish v1' }).click();
      await page.getByRole('heading', { name: 'Timeline' }).waitFor();
      expect((await screens().api.get<Patient>(`/api/patients/${patient.id}`, 'physician')).planId).not.toBeNull();
      expect(complaints).toEqual([]);
    },
    patience,
  );
}
