import { randomUUID } from 'node:crypto';
import type { HandoffSummary, Patient, Plan } from '#contracts';
import { caseDates, scenarioZone } from '../cases/case.ts';
import { a1Nurse } from '../cases/a1-nurse.ts';
import { readableForAll, type Screens } from './screens.js';

const today = (): string => new Date().toISOString().slice(0, 10);

/** A patient of this part's own, on the first version of the nurse's plan. */
export async function newPatientOnPlan(screens: Screens, family: string): Promise<{ patient: Patient; plan: Plan }> {
  const { api } = screens;
  const first = a1Nurse.steps.find((step) => step.kind === 'publish');
  if (first?.kind !== 'publish') throw new Error('the case publishes nothing');
  const patient = await api.post<Patient>('/api/patients', 'physician', {
    name: { given: 'Test', family },
    birthDate: '1980-02-03',
    recordNumber: `T-${randomUUID().slice(0, 8)}`,
  });
  const plan = await api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', {
    document: first.document(caseDates(today(), scenarioZone)),
    team: [{ role: 'physical-therapy', partnerId: 'pt-north' }],
  });
  await openHandoffOf(screens, plan.id);
  return { patient, plan };
}

export const openHandoffOf = async ({ api }: Screens, planId: string): Promise<HandoffSummary> => {
  const found = await api.until(
    'the partner to be asked',
    () => api.all<HandoffSummary>(`/api/handoffs?plan=${planId}&role=physical-therapy&status=open`, 'coordinator'),
    (items) => items.length > 0,
  );
  return found[0]!;
};

/** The partner acknowledges and asks something: the physician has to answer. */
const withQuestion = async (screens: Screens, family: string): Promise<{ patient: Patient; plan: Plan }> => {
  const made = await newPatientOnPlan(screens, family);
  const { id, throughVersion: version } = await openHandoffOf(screens, made.plan.id);
  const note = `${family} cannot come three times a week.`;
  const body = { version, kind: 'acknowledged-with-concern', note };
  await screens.api.post(`/api/handoffs/${id}/acknowledgement`, 'partner:pt-north', body);
  return made;
};

/** Looking at a long page in both themes and narrow takes its time on a busy machine. */
const patience = 120_000;

export function panelScreens(screens: () => Screens): void {
  it(
    'lists what needs the physician, by kind; from the keyboard it goes to the coordinator, or is put off',
    async () => {
      await withQuestion(screens(), 'Kowal');
      await withQuestion(screens(), 'Lis');
      const { page, complaints } = await screens().as('physician', '/panel');
      const kowal = page.locator('li[data-need]', { hasText: 'Test Kowal' });
      await kowal.getByText('cannot come three times a week').waitFor();
      await page.getByRole('heading', { name: /Questions and objections/ }).waitFor();
      await page.getByRole('table', { name: 'All patients on a plan' }).getByText('Test Kowal').waitFor();
      expect(await readableForAll(page)).toEqual([]);

      await kowal.focus();
      await page.keyboard.press('d');
      await page.getByLabel('A word about how').fill('Offer twice a week.');
      await page.keyboard.press('Control+Enter');
      await kowal.waitFor({ state: 'detached' });

      const lis = page.locator('li[data-need]', { hasText: 'Test Lis' });
      await lis.focus();
      await page.keyboard.press('h');
      await page.getByRole('dialog').getByText('Test Lis').first().waitFor();
      await page.keyboard.press('Enter');
      await lis.waitFor({ state: 'detached' });
      await page.getByText(/put off until later/).waitFor();
      expect(complaints).toEqual([]);
    },
    patience,
  );

  it(
    'says a red flag aloud, once, and puts it on top',
    async () => {
      const { patient } = await newPatientOnPlan(screens(), 'Wrona');
      const { page } = await screens().as('physician', '/panel');
      await page.getByRole('table', { name: 'All patients on a plan' }).getByText('Test Wrona').waitFor();
      await screens().api.post(`/api/patients/${patient.id}/triage`, 'coordinator', {
        redFlags: [{ kind: 'cauda-equina' }],
      });
      await page.locator('[aria-live="assertive"]', { hasText: 'Safety: Test Wrona' }).waitFor({ state: 'attached' });
      const first = page.locator('li[data-need]').first();
      expect(await first.getAttribute('data-group')).toBe('safety');
      await page.locator('li[data-need]', { hasText: 'Test Wrona' }).first().focus();
      await page.keyboard.press('Enter');
      await page
        .getByText(/looks after this/)
        .first()
        .waitFor();
    },
    patience,
  );

  it(
    'keeps what it has and says what failed',
    async () => {
      const { page } = await screens().as('physician', '/patients');
      await page.route('**/api/work-items*', (route) => route.abort());
      await page.getByRole('link', { name: 'My patients' }).click();
      await page.getByRole('alert').getByText('could not be loaded').waitFor();
      await page.getByRole('heading', { name: 'All patients on a plan' }).waitFor();
      expect(await readableForAll(page)).toEqual([]);
    },
    patience,
  );
}
