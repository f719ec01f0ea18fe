/** A coordinator before a whole system of its own, in a Chromium that is slowed down. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiClient } from '../../test/support/api-client.ts';
import { openBrowser } from '../../test/support/browser.ts';
import { type RunningSystem, startSystem } from '../../test/support/system.ts';
import { getToken } from '../token.ts';

export const slowDown = 4;

const read = (path: string): string => readFileSync(path, 'utf8');
/** One script: what the first part declares is the second part's to use. */
const inPage = [
  read(fileURLToPath(import.meta.resolve('web-vitals')).replace(/[^/]+$/, 'web-vitals.iife.js')),
  read(fileURLToPath(new URL('board-in-page.js', import.meta.url))),
].join('\n');

export class SlowBrowser {
  readonly api: ApiClient;
  readonly system: RunningSystem;
  private readonly browser: Browser;
  private session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;

  private constructor(system: RunningSystem, browser: Browser) {
    this.system = system;
    this.browser = browser;
    this.api = new ApiClient(system.url, (who) => getToken(who, system.url));
  }

  /** An empty system: nobody is seeded. */
  static async start(): Promise<SlowBrowser> {
    const [system, browser] = await Promise.all([startSystem({ args: ['--no-seed'] }), openBrowser()]);
    const slow = new SlowBrowser(system, browser);
    await slow.signIn();
    return slow;
  }

  /** A page that has nothing kept, watched from its first moment. Close it with its context. */
  async open(path: string): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...(this.session ? { storageState: this.session } : {}),
    });
    const page = await context.newPage();
    // Who works with it has put the first steps away; a real clinic has none.
    await page.addInitScript({ content: `localStorage.setItem('throughline.first-steps', 'closed')` });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.addInitScript({ content: inPage });
    await page.goto(this.system.url + path);
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
    this.system.forget();
  }

  private async signIn(): Promise<void> {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    await page.goto(this.system.url);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.locator('button[value="coordinator"]').click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    this.session = await context.storageState();
    await context.close();
  }
}
