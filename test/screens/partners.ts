import { answering, failing, newPartner, tabTo, tag } from './admin-data.js';
import { readableForAll, type Screens } from './screens.js';

const file = (text: string) => ({ name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const heading = 'partnerId,kind,name,roles,active,phone,capacity,waitWeeks,timeZone,workDays,opens,closes,closedDates';

const southId = `screen-south-${tag}`;
const south = `Screen South ${tag}`;
const east = `Screen East ${tag}`;

export function partnerScreens(screens: () => Screens): void {
  beforeAll(() => newPartner(screens().api, southId, south));

  it('finds an organization and shows how it works', async () => {
    const { page, complaints } = await screens().as('coordinator', '/partners');
    await page.getByRole('link', { name: 'PT-North' }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByLabel('Find').fill(south.toLowerCase());
    await page.waitForURL(/q=screen/);
    await page.getByRole('link', { name: 'PT-North' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: south }).click();
    await page.getByText('Mon Tue Wed Thu Fri, 08:00 to 17:00, America/New_York').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('enters an organization and changes it, by keyboard alone', async () => {
    const { page } = await screens().as('administrator', '/partners/new');
    await page.getByRole('heading', { name: 'New organization' }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await tabTo(page, /^Name/);
    await page.keyboard.type(east);
    await tabTo(page, /^Physical therapy/);
    await page.keyboard.press('Space');
    await tabTo(page, new RegExp(`^Enter ${east}`));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: east }).waitFor();
    await tabTo(page, /^Change$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Change ${east}` }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await tabTo(page, /^Phone/);
    await page.keyboard.type('+1 212 555 0142');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '+1 212 555 0142' }).waitFor();
  });

  it('keeps what was typed when the server finds a fault, and says which', async () => {
    const { page } = await screens().as('administrator', `/partners/${southId}/edit`);
    await page.getByLabel('Time zone').fill('Mars/Olympus');
    await page.getByRole('button', { name: `Save ${south}` }).click();
    await page.getByText(/timeZone: an IANA time zone/).waitFor();
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Mars/Olympus');
    expect(await readableForAll(page)).toEqual([]);
  });

  it('shows what a table would change before it does, and every fault by its line', async () => {
    const { page } = await screens().as('administrator', '/partners/import');
    const row = `${southId},partner,${south},physical-therapy,yes,,waitlist,3,America/New_York,1;2;3;4;5,08:00,17:00,`;
    await page.getByLabel('Table (CSV)').setInputFiles(file(`${heading}\n${row.replace('America/New_York', 'Mars')}`));
    await page.getByText('row 2, timeZone').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByLabel('Table (CSV)').setInputFiles(file(`${heading}\n${row}`));
    await page.getByRole('row', { name: new RegExp(`${south} capacity .* waitlist`) }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import 1 organization' }).click();
    await page.waitForURL(/\/partners$/);
    await page.getByRole('row', { name: new RegExp(`${south}.*Waiting list about 3 weeks`) }).waitFor();
  });

  it('says when nobody is found, when nobody is there, and when it cannot say', async () => {
    const none = await screens().as('administrator', '/partners?q=nobodyhere');
    await none.page.getByText('No organization fits “nobodyhere”.').waitFor();
    expect(await readableForAll(none.page)).toEqual([]);

    const empty = await screens().as('administrator', '/deliveries');
    await answering(empty.page, /\/api\/partners\?limit=50/, { items: [], next: null });
    await empty.page.getByRole('link', { name: 'Partners' }).click();
    await empty.page.getByText('There is no partner yet.').waitFor();
    expect(await readableForAll(empty.page)).toEqual([]);

    const failed = await screens().as('administrator', '/deliveries');
    await failing(failed.page, /\/api\/partners/);
    await failed.page.getByRole('link', { name: 'Partners' }).click();
    await failed.page.getByRole('alert').waitFor();
    expect(await readableForAll(failed.page)).toEqual([]);
  });
}
