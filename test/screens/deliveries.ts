import type { Delivery } from '#contracts';
import { CaseReceiver } from '../support/webhook-receiver.ts';
import { addWebhook, answering, failing, newPartner, newPatientOf, tabTo, tag } from './admin-data.js';
import { readableForAll, type Screens } from './screens.js';

const partnerId = `screen-therapy-${tag}`;
const partner = `Screen Therapy ${tag}`;
const receiver = new CaseReceiver();

const deliveryIn = (screens: Screens, state: Delivery['state']): Promise<Delivery[]> =>
  screens.api.until(
    `a message to be ${state}`,
    () => screens.api.all<Delivery>(`/api/deliveries?partner=${partnerId}&channel=webhook&state=${state}`, 'operator'),
    (found) => found.length > 0,
  );

export function deliveryScreens(screens: () => Screens): void {
  beforeAll(async () => {
    const { api } = screens();
    receiver.status = 500;
    await newPartner(api, partnerId, partner);
    receiver.secret = (await addWebhook(api, partnerId, await receiver.start())).secret ?? '';
    await newPatientOf(api, partnerId);
    await deliveryIn(screens(), 'retrying');
  }, 90_000);
  afterAll(() => receiver.stop());

  it('shows a message with each try and what went along, the secret masked', async () => {
    const { page, complaints } = await screens().as(
      'administrator',
      `/deliveries?partner=${partnerId}&channel=webhook`,
    );
    await page.getByRole('row', { name: new RegExp(`${partner}.*Will be tried again`) }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ask' }).first().click();
    const detail = page.getByRole('dialog', { name: `Ask to ${partner}` });
    await detail.getByText('http-500').first().waitFor();
    expect(await detail.textContent()).toContain('v1,••••');
    expect(await detail.textContent()).not.toContain('whsec_');
    expect(new URL(page.url()).searchParams.get('open')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('keeps its filters in the address and counts what would be sent again, by keyboard alone', async () => {
    const { page } = await screens().as('administrator', '/deliveries');
    await page.getByRole('table').waitFor();
    await page.getByLabel('Status').focus();
    await page.keyboard.type('Will be');
    await page.waitForURL(/state=retrying/);
    await page.getByRole('link', { name: 'Ask' }).first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Resend all since' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Send again what did not arrive' });
    await dialog.getByLabel('Partner').selectOption(partnerId);
    await dialog.getByText(new RegExp(`messages? to ${partner} failed or wait`)).waitFor();
    await tabTo(page, new RegExp(`Send \\d+ again to ${partner}`));
  });

  it('sends one again, and shows that it arrived without being asked', async () => {
    const { page } = await screens().as('coordinator', `/deliveries?partner=${partnerId}&channel=webhook`);
    await page
      .getByRole('row', { name: /Will be tried again/ })
      .first()
      .waitFor();
    receiver.status = 204;
    await page.getByRole('link', { name: 'Ask' }).first().click();
    await page.getByRole('button', { name: `Send again to ${partner}` }).click();
    await page.getByRole('dialog').getByText('Delivered', { exact: true }).first().waitFor();
  });

  it('pauses an endpoint and makes a new secret, shown once', async () => {
    const { page } = await screens().as('administrator', `/partners/${partnerId}`);
    const card = page.getByRole('article', { name: `Webhook of ${partner}` });
    await card.getByRole('button', { name: /^Pause/ }).click();
    await card.getByText('Paused: what comes waits').waitFor();
    await card.getByRole('button', { name: /^Resume/ }).click();
    await card.getByText('Takes messages').waitFor();
    await card.getByRole('button', { name: /^Test/ }).click();
    await page.getByText(new RegExp(`The test arrived at ${partner}`)).waitFor();
    await card.getByRole('button', { name: /^New secret/ }).click();
    await page.getByRole('button', { name: `Make a new secret for ${partner}` }).click();
    const once = page.getByRole('dialog', { name: `The new secret of ${partner}` });
    const secret = (await once.getByLabel('Secret').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await once.getByRole('button', { name: 'It is stored' }).click();
    await card.getByText(/the old one signs until/).waitFor();
    expect(await page.content()).not.toContain(secret);
    receiver.secret = secret;
  });

  it('says when there is nothing, when nothing fits, and when it cannot say', async () => {
    const none = await screens().as('administrator', '/deliveries?state=cancelled&since=1h&partner=nobody');
    await none.page.getByText('No delivery fits these filters.').waitFor();
    expect(await readableForAll(none.page)).toEqual([]);

    const empty = await screens().as('administrator', '/partners');
    await answering(empty.page, /\/api\/deliveries\?/, { items: [], next: null });
    await answering(empty.page, /\/api\/endpoints/, { items: [] });
    await empty.page.getByRole('link', { name: 'Deliveries' }).click();
    await empty.page.getByText('Nothing has been sent yet.').waitFor();
    expect(await readableForAll(empty.page)).toEqual([]);

    const failed = await screens().as('administrator', '/partners');
    await failing(failed.page, /\/api\/(deliveries|endpoints)/);
    await failed.page.getByRole('link', { name: 'Deliveries' }).click();
    await failed.page.getByRole('alert').first().waitFor();
    expect(await readableForAll(failed.page)).toEqual([]);
  });
}
