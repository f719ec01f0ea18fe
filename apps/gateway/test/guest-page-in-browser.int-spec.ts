import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { LinkView, PartnerAsk, PartnerHandoff } from '#contracts';
import { openBrowser } from '../../../test/support/browser.js';
import { guestPage } from '../src/guest/guest-page.js';
import type { GuestVisit } from '../src/guest/guest-visit.js';
import { handoffPage, visitOverPage } from '../src/guest/handoff-page.js';
import type { Html } from '../src/guest/html.js';
import { landingPage, noSuchLink, renewedPage } from '../src/guest/landing-page.js';

const ask: PartnerAsk = {
  ruleId: 'TH-03',
  ruleVersion: 1,
  code: 'obey-restriction',
  text: 'before the next session',
  reason: 'No impact for the lower back from 6 April 2027 until 6 May 2027.',
  urgency: 'urgent',
  dueAt: '2027-04-08T21:00:00Z',
  doBy: null,
  effective: { from: '2027-04-06', until: '2027-05-06' },
  sinceVersion: 1,
};

/** What the page reads of a handoff. */
const handoff = {
  id: 'f6bb5a9e-0000-4000-8000-000000000001',
  patient: { name: 'Alex Sample', recordNumber: 'TL-1001', birthDate: '1983-02-11' },
  status: 'open',
  throughVersion: 2,
  issuedAt: '2027-04-06T13:00:00Z',
  asks: [ask],
  slice: { identity: {}, rehab: { program: ['walking-intervals'], dose: { sessionsPerWeek: 2, weeks: 6 } } },
  acknowledgement: null,
} as unknown as PartnerHandoff;

const visit: GuestVisit = {
  handoff,
  referral: { id: 'r', allowed: ['accept', 'decline', 'request-information', 'book', 'report', 'complete'] } as never,
  sender: 'Pain Clinic',
  timeZone: 'America/New_York',
  writer: { name: '', function: '', formKey: 'key' },
  done: null,
  problem: null,
};

const view = (state: LinkView['state']): LinkView => ({
  state,
  sender: 'Pain Clinic',
  recipient: 'PT-North',
  dueAt: '2027-04-08T21:00:00Z',
  timeZone: 'America/New_York',
  expiresAt: '2027-04-13T13:00:00Z',
});

const pages: Record<string, Html> = {
  'a link that waits': landingPage(view('ready'), 'token'),
  'a link that was used': landingPage(view('used'), 'token'),
  'a link that was withdrawn': landingPage(view('withdrawn'), 'token'),
  'no such link': noSuchLink,
  'a fresh link is on its way': renewedPage,
  'the handoff': handoffPage(visit),
  'an answer that arrived': handoffPage({ ...visit, done: 'The clinic knows.' }),
  'an answer that was refused': handoffPage({ ...visit, problem: 'A newer one replaced it.' }),
  'a visit that is over': visitOverPage,
};

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each(Object.entries(pages))('%s', (_name, content) => {
  it.each(['light', 'dark'] as const)('is readable for everybody, %s, on a narrow screen', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
    const page = await context.newPage();
    await page.setContent(guestPage('A request for you', 'nonce', content));
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.length}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await context.close();
  });
});

it('weighs less than forty kilobytes and asks for nothing else', () => {
  for (const content of Object.values(pages)) {
    const text = guestPage('A request for you', 'nonce', content);
    expect(Buffer.byteLength(text)).toBeLessThan(40 * 1024);
    expect(text).not.toMatch(/<script|<img|<link|src=|url\(/i);
  }
});

it('is answered from the keyboard', async () => {
  const page = await browser.newPage();
  await page.setContent(guestPage('A request for you', 'nonce', handoffPage(visit)));
  const sent = new Promise<string>((resolve) => {
    void page.route('**/r/handoff/**', (route) => {
      resolve(`${route.request().url()} ${route.request().postData()}`);
      return route.fulfill({ status: 200, body: 'done' });
    });
  });
  await page.evaluate(
    'document.querySelectorAll("form").forEach((form) => (form.action = "http://127.0.0.1:9" + new URL(form.getAttribute("action"), "http://127.0.0.1:9").pathname))',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.type('Pat Doe');
  await page.keyboard.press('Tab');
  await page.keyboard.type('front desk');
  await page.keyboard.press('Enter');
  expect(await sent).toMatch(/\/r\/handoff\/acknowledge .*version=2.*name=Pat\+Doe.*function=front\+desk/s);
  await page.close();
});
