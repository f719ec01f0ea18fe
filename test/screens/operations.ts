import { answering, failing, newPartner, tabTo, tag } from './admin-data.js';
import { readableForAll, type Screens } from './screens.js';

const parked = (id: string, key: string, error: string) => ({
  id,
  key,
  topic: 'throughline.plan.v1',
  eventId: `0b0e8f6e-6b8e-4c1e-9d57-0f3f3a6f000${id}`,
  type: 'org.throughline.plan.published.v1',
  state: 'parked',
  error,
  tries: 3,
  parkedAt: `2026-11-24T12:0${id}:00.000Z`,
  resolvedAt: null,
  resolvedBy: null,
  reason: null,
});
const waiting = [
  parked('1', 'key-a', 'no such row 12'),
  parked('2', 'key-a', 'waits behind an earlier message of the same key'),
  parked('3', 'key-b', 'no such row 7'),
];

export function operationScreens(screens: () => Screens): void {
  it('says in green that nothing is parked, and how each service fares', async () => {
    const { page, complaints } = await screens().as('operator', '/operations');
    await page.getByText(/Nothing is parked: every event took effect. Checked/).waitFor();
    await page.getByRole('row', { name: /Behavioral health.*Works/ }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('counts what a replay does before it does it, and discards only with a reason, by keyboard alone', async () => {
    const { page } = await screens().as('operator', '/status');
    await answering(page, /\/api\/ops\/referral\/messaging\/parked$/, waiting);
    await page.getByRole('link', { name: 'Parked' }).click();
    const group = page.getByRole('article', { name: /plan.published.* at referral/ });
    await group.getByText('1 more waits behind it').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await tabTo(page, /^Replay all 2/);
    await page.keyboard.press('Enter');
    const replay = page.getByRole('dialog', { name: 'What a replay does' });
    await replay.getByText('3 messages at referral are handled again, in the order of 2 patients').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await replay.waitFor({ state: 'detached' });
    await tabTo(page, /^Discard this message/);
    await page.keyboard.press('Enter');
    const discard = page.getByRole('dialog', { name: 'Discard one message at referral' });
    await discard.getByText('This cannot be undone.').waitFor();
    await discard.getByRole('textbox', { name: 'Why' }).waitFor();
    await page.keyboard.type('A duplicate of another');
    await tabTo(page, /^Discard it for ever/);
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.url().endsWith('/api/ops/referral/messaging/parked/discard')),
      page.keyboard.press('Enter'),
    ]);
    expect(sent.postDataJSON()).toEqual({ id: '1', why: 'A duplicate of another' });
  });

  it('draws what flows, counts it, and says the same in tables', async () => {
    const { page, complaints } = await screens().as('operator', '/flow');
    const topics = page.getByRole('table', { name: 'Topics' });
    await topics.getByRole('row', { name: /plan Pain plan .*Referral/ }).waitFor();
    await page.getByRole('link', { name: 'Referral: ✓ Works' }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    const total = async (): Promise<number> =>
      Number(
        await topics
          .getByRole('row', { name: /^partner/ })
          .getByRole('cell')
          .last()
          .textContent(),
      );
    const before = await total();
    await newPartner(screens().api, `screen-flow-${tag}`, 'Screen Flow');
    await page.waitForFunction(
      (known) =>
        Number(
          [...document.querySelectorAll('tr')]
            .find((row) => /^partner/.test(row.textContent ?? ''))
            ?.querySelector('td:last-child')?.textContent,
        ) > known,
      before,
    );
    await page.getByRole('link', { name: /^Notification: / }).click();
    await page.waitForURL(/\/operations$/);
    expect(complaints).toEqual([]);
  });

  it('tells a coordinator whether what is shown is up to date', async () => {
    const { page, complaints } = await screens().as('coordinator', '/status');
    await page.getByText(/Everything works/).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const failed = await screens().as('operator', '/operations');
    await failing(failed.page, /\/api\/ops\/therapy\/messaging/);
    await failed.page.getByRole('link', { name: 'Status' }).click();
    await failed.page.getByText('Something does not work.').waitFor();
    await failed.page.getByRole('row', { name: /Therapy.*Does not answer/ }).waitFor();
    expect(await readableForAll(failed.page)).toEqual([]);
    await failed.page.getByRole('link', { name: 'Parked' }).click();
    await failed.page.reload();
    await failed.page.getByRole('alert').first().waitFor();
    expect(await readableForAll(failed.page)).toEqual([]);
  });
}
