import type { Page as ListPage, Patient } from '#contracts';
import type { Page } from 'playwright-core';
import type { Screens } from './screens.js';

const paused = (page: Page) => page.getByText(/^Updates paused since/);

/** Registers somebody, which the list of an open screen then shows. */
async function register(screens: Screens, family: string): Promise<void> {
  const body = { name: { given: 'Lee', family }, birthDate: '1970-01-01' };
  await screens.api.post('/api/patients', 'coordinator', body);
}

export function liveScreens(screens: () => Screens): void {
  it('says when updates pause, and catches up by itself on what happened meanwhile', async () => {
    const { page } = await screens().as('coordinator', '/patients');
    await page.getByText('Nowak').first().waitFor();
    await page.waitForFunction(() => navigator.locks.query().then(({ held }) => held?.length === 1));
    await register(screens(), 'Beforecut');
    await page.getByText('Beforecut').waitFor();
    // Nobody who opens a stream gets one until this is taken back.
    await page.route('**/api/live', (route) => route.abort());
    screens().system.killHard('gateway');
    await paused(page).waitFor();
    await register(screens(), 'Whilecut');
    await page.unroute('**/api/live');
    await page.getByText('Whilecut').waitFor();
    await paused(page).waitFor({ state: 'detached' });
  }, 90_000);

  it('is one stream for all tabs of a person; the next tab takes over when the first is closed', async () => {
    const { page: first } = await screens().as('coordinator', '/patients');
    const streams: string[] = [];
    first.context().on('request', (request) => {
      if (request.url().endsWith('/api/live')) streams.push(request.frame().url());
    });
    await first.reload();
    await first.getByText('Nowak').first().waitFor();
    const second = await first.context().newPage();
    await second.goto(`${screens().system.url}/patients`);
    await second.getByText('Nowak').first().waitFor();
    await register(screens(), 'Bothhear');
    await first.getByText('Bothhear').waitFor();
    await second.getByText('Bothhear').waitFor();
    expect(streams).toHaveLength(1);
    await first.close();
    await second.waitForFunction(() => navigator.locks.query().then(({ held }) => held?.length === 1));
    await register(screens(), 'Lefthears');
    await second.getByText('Lefthears').waitFor();
  });

  it('carries nothing that identifies a patient', async () => {
    const { items } = await screens().api.get<ListPage<Patient>>('/api/patients', 'coordinator');
    const { page } = await screens().as('coordinator', '/patients');
    const said = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          let text = '';
          const source = new EventSource('/api/live');
          source.addEventListener('hint', ({ data }: MessageEvent<string>) => {
            text += data;
            if (!data.includes('"patient"')) return;
            source.close();
            resolve(text);
          });
          source.addEventListener('hello', () => document.documentElement.setAttribute('data-listening', ''));
        }),
    );
    await page.locator('html[data-listening]').waitFor();
    await register(screens(), 'Unnamed');
    const text = await said;
    for (const { name, recordNumber } of items) {
      expect(text).not.toContain(name.family);
      expect(text).not.toContain(recordNumber);
    }
    expect(text).not.toContain('Unnamed');
  });
}
