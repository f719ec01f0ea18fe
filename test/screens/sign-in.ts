import { readableForAll, type Screens, signIn } from './screens.js';

export function signInScreens(screens: () => Screens): void {
  it('leads from the front door through the sign-in to where the day begins, and out again', async () => {
    const { page, complaints } = await screens().openAt('/');
    expect(await readableForAll(page)).toEqual([]);
    await signIn(page, screens().system.url, 'coordinator');
    expect(new URL(page.url()).pathname).toBe('/board');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('comes back to the page that was asked for', async () => {
    const { page } = await screens().openAt('/patients');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.locator('button[value="physician"]').click();
    await page.getByRole('heading', { name: 'Patients' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/patients');
  });

  it('keeps the token from scripts', async () => {
    const { page } = await screens().as('coordinator', '/patients');
    const seen = await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(seen).not.toMatch(/throughline=|eyJ/);
  });
}
