import { readableForAll, type Screens } from './screens.js';

export function guideScreens(screens: () => Screens): void {
  it('offers the people of the sample clinic, each with what it will see', async () => {
    const { page } = await screens().openAt('/api/session/sign-in');
    expect(await page.getByRole('button').count()).toBeGreaterThan(8);
    await page.getByRole('button', { name: /PT-North/ }).waitFor();
    expect(await page.getByRole('button', { name: /Paul Lindqvist/ }).textContent()).toMatch(/who of the team/);
  });

  it('can be closed, stays closed, and can be brought back', async () => {
    const { page } = await screens().as('physician', '/patients');
    const guide = page.getByRole('complementary', { name: 'First steps' });
    await guide.waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close the first steps' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'First steps', exact: true }).click();
    await guide.waitFor();
  });

  it('lets an administrator make time pass', async () => {
    const { page } = await screens().as('administrator', '/deliveries');
    const guide = page.getByRole('complementary', { name: 'First steps' });
    const before = await guide.getByText(/^It is/).textContent();
    await guide.getByRole('button', { name: 'One day' }).click();
    await guide.getByText(before ?? '', { exact: true }).waitFor({ state: 'detached' });
    const { offsetSeconds } = await screens().api.get<{ offsetSeconds: number }>('/api/dev/clock', 'administrator');
    expect(offsetSeconds).toBeGreaterThan(86_000);
    await guide.getByRole('button', { name: 'Back to today' }).click();
    await guide.getByText(before?.slice(0, 20) ?? '', { exact: false }).waitFor();
  });
}
