import type { Page as ListPage, Patient, TeamStatus } from '#contracts';
import type { Screens } from './screens.js';

const sample = 'SEED-A1';

/** Two people, each with a window: the way that the first steps lead a newcomer, by what the screens say alone. */
export function twoWindows(screens: () => Screens): void {
  it('a published change arrives in the open inbox of the partner, and its acknowledgement in the open team of the physician', async () => {
    const started = performance.now();
    const { page: physician, complaints } = await screens().openAt('/');
    await physician.getByRole('link', { name: 'Sign in' }).click();
    await physician.getByRole('button', { name: /Paul Lindqvist/ }).click();
    const { page: partner, complaints: partnersComplaints } = await screens().openAt('/');
    await partner.getByRole('link', { name: 'Sign in' }).click();
    await partner.getByRole('button', { name: /^PT-North/ }).click();
    await partner.getByRole('heading', { name: 'Inbox' }).waitFor();

    const guide = physician.getByRole('complementary', { name: 'First steps' });
    await guide.getByRole('button', { name: 'Prepare this change' }).click();
    const publish = physician.getByRole('button', { name: 'Publish v3 and notify 1 partner' });
    await publish.click();
    const dialog = physician.getByRole('dialog');
    await dialog.getByText('PT-North').first().waitFor();
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('A fall on the ward');
    await dialog.getByRole('button', { name: 'Publish v3 and notify 1 partner' }).click();
    await guide.getByText(/sign in as PT-North, and acknowledge version 3/).waitFor();
    await guide.getByRole('link', { name: 'Watch the team meanwhile' }).click();

    const asked = partner.getByRole('list', { name: 'Requests' }).getByRole('link', { name: 'Anna Nowak' });
    await asked.filter({ hasText: /v3/ }).first().click();
    await partner
      .getByText(/No impact \(lumbar spine\)/)
      .first()
      .waitFor();
    await partner.getByRole('button', { name: 'Acknowledge v3' }).click();
    await partner.getByText('Acknowledged v3.').waitFor();

    await physician
      .getByRole('row', { name: /PT-North/ })
      .getByText('v3 current')
      .first()
      .waitFor();
    expect(await guide.getByRole('img', { name: 'Done' }).count()).toBe(4);
    console.log(
      `From the front door to an acknowledged change in two windows: ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    expect([...complaints, ...partnersComplaints]).toEqual([]);

    const { items } = await screens().api.get<ListPage<Patient>>(`/api/patients?query=${sample}`, 'physician');
    const team = await screens().api.get<TeamStatus>(`/api/plans/${items[0]?.planId}/team`, 'physician');
    expect(team.members.find(({ partnerId }) => partnerId === 'pt-north')).toMatchObject({ acknowledgedVersion: 3 });
  }, 90_000);
}
