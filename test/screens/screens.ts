/**
 * A running system with its sample patients, and people in front of it: each `Person` is a real Chromium page, signed in through the sign-in
 * page once and remembered. Every page collects what its console and the network complained about.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { getToken } from '../../tools/token.ts';
import { ApiClient } from '../support/api-client.ts';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/system.ts';

/** `coordinator`, `physician`, `administrator`, `operator` or `partner:<slug>`. */
export type Who = string;

export interface Screen {
  page: Page;
  /** What the browser complained about since the page was opened: errors of scripts, refused resources, broken policies. */
  complaints: string[];
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
export type Theme = 'light' | 'dark';

const desktop = { width: 1280, height: 900 };
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export class Screens {
  readonly api: ApiClient;
  private readonly sessions = new Map<Who, SignedIn>();
  private readonly open = new Set<BrowserContext>();
  readonly system: RunningSystem;
  readonly browser: Browser;

  private constructor(system: RunningSystem, browser: Browser) {
    this.system = system;
    this.browser = browser;
    this.api = new ApiClient(system.url, (who) => getToken(who, system.url));
  }

  static async start(options: Parameters<typeof startSystem>[0] = {}): Promise<Screens> {
    const [system, browser] = await Promise.all([startSystem(options), openBrowser()]);
    return new Screens(system, browser);
  }

  /** A page at `path`, as somebody who is signed in. Close it with `leave`, or leave it to `closeAll`. */
  async as(who: Who, path: string, options: BrowserContextOptions = {}): Promise<Screen> {
    return this.openAt(path, { storageState: await this.sessionOf(who), ...options });
  }

  /** A page at `path`, as nobody. */
  async openAt(path: string, options: BrowserContextOptions = {}): Promise<Screen> {
    const context = await this.browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options });
    this.open.add(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // A refused request is the test's to judge by what the screen says of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    await page.goto(this.system.url + path);
    return { page, complaints };
  }

  /** Everything that a test opened. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.open].map((context) => context.close()));
    this.open.clear();
  }

  async stop(): Promise<void> {
    await this.closeAll();
    await this.browser.close();
    await this.system.stop();
    this.system.forget();
  }

  private async sessionOf(who: Who): Promise<SignedIn> {
    const known = this.sessions.get(who);
    if (known) return known;
    const context = await this.browser.newContext();
    const page = await context.newPage();
    await signIn(page, this.system.url, who);
    const session = await context.storageState();
    await context.close();
    this.sessions.set(who, session);
    return session;
  }
}

/** From the front door through the sign-in page, as a person does. */
export async function signIn(page: Page, url: string, who: Who): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign in' }).click();
  const [kind, slug] = who.split(':');
  if (kind === 'partner') await page.getByLabel('Partner organization').fill(slug ?? '');
  await page.locator(`button[value="${kind}"]`).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Where axe finds something against WCAG 2.2 AA: the rule and the elements. None: []. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Pixels by which the page is wider than its window: text that must be read by scrolling to and fro. */
export const overflowOf = (page: Page): Promise<number> =>
  // As text: commands use this file too, and on their side there is no document.
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** In both themes, and narrow: no violation of WCAG, nothing to scroll sideways. The page is left at its first size, light. */
export async function readableForAll(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? desktop;
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    found.push(...(await violationsOf(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const wider = await overflowOf(page);
  if (wider > 0) found.push(`at 320 px: ${wider} px too wide`);
  found.push(...(await violationsOf(page)).map((violation) => `narrow: ${violation}`));
  await page.setViewportSize(size);
  return found;
}
