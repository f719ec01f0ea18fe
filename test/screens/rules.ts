import { answering, failing, tabTo } from './admin-data.js';
import { readableForAll, type Screens } from './screens.js';

export function ruleScreens(screens: () => Screens): void {
  it('shows the rules in plain words and finds one', async () => {
    const { page, complaints } = await screens().as('coordinator', '/rules?q=PF-0');
    await page
      .getByRole('row', { name: /PF-01 Diagnosis added, changed, or confirmed Pelvic floor therapy/ })
      .waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByRole('link', { name: 'PF-01' }).click();
    await page.getByText('item.group is pelvic-pain').waitFor();
    await page.getByText('An approval by two people').waitFor();
    await page.getByText('Physicians and administrators can try').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('tries a changed rule on what was published, by keyboard alone', async () => {
    const { page, complaints } = await screens().as('physician', '/rules/TH-01');
    await page.getByRole('heading', { name: 'Test bench' }).waitFor();
    await tabTo(page, /^Urgency/);
    await page.keyboard.type('Same');
    await tabTo(page, /^Published in the last/);
    await page.keyboard.type('365');
    await tabTo(page, /^Try it/);
    await page.keyboard.press('Enter');
    await page.getByText(/Would have sent 0 more, 0 fewer, [1-9]\d* otherwise/).waitFor();
    await page.getByRole('link', { name: 'what changed' }).first().waitFor();
    expect(await readableForAll(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('takes the rule as text, and says what could not stand among the rules', async () => {
    const { page } = await screens().as('administrator', '/rules/TH-01');
    await page.getByText('As text', { exact: true }).click();
    const text = page.getByRole('textbox', { name: 'As text' });
    await text.waitFor();
    const rule = await text.inputValue();
    expect(rule).toMatch(/^id: TH-01/);
    await text.fill(rule.replace(/urgency: \w/, 'urgency: soon'));
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('rule.urgency').waitFor();
    await text.fill('id: [');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText(/This is not YAML/).waitFor();
    expect(await readableForAll(page)).toEqual([]);
  });

  it('says when nothing fits, when no rule runs, and when it cannot say', async () => {
    const none = await screens().as('physician', '/rules?q=unheardof');
    await none.page.getByText('No rule fits.').waitFor();
    expect(await readableForAll(none.page)).toEqual([]);

    const empty = await screens().as('administrator', '/partners');
    await answering(empty.page, /\/api\/rules$/, { version: '0', counts: {}, rules: [] });
    await empty.page.getByRole('link', { name: 'Rules' }).click();
    await empty.page.getByText(/No rule runs here/).waitFor();
    expect(await readableForAll(empty.page)).toEqual([]);

    const failed = await screens().as('administrator', '/partners');
    await failing(failed.page, /\/api\/rules$/);
    await failed.page.getByRole('link', { name: 'Rules' }).click();
    await failed.page.getByRole('alert').waitFor();
    expect(await readableForAll(failed.page)).toEqual([]);
  });
}
