// usage: /work/wt/shared/node_modules/.bin/node /work/wt/shared/.look.ts WHO BASE PATH OUT.png [light|dark] [width] [click text or key:X ...]
// BASE: http://127.0.0.1:<your vite port>; signs in at the shared system on :3000 (cookies know no ports). Prints console errors and axe findings.
import { openBrowser } from '/work/wt/web/test/support/browser.ts';
import { signIn, violationsOf, overflowOf } from '/work/wt/web/test/screens/screens.ts';
const [
  who = 'coordinator',
  base = 'http://127.0.0.1:4600',
  path = '/',
  out = '/tmp/look.png',
  theme = 'light',
  width = '1280',
  ...doing
] = process.argv.slice(2);
const b = await openBrowser();
const c = await b.newContext({
  viewport: { width: Number(width), height: 900 },
  colorScheme: theme as 'light',
  reducedMotion: 'reduce',
});
const p = await c.newPage();
if (who !== 'nobody') await signIn(p, 'http://127.0.0.1:4600', who);
p.on('console', (m) => {
  if (m.type() === 'error') console.log('console:', m.text());
});
p.on('pageerror', (e) => console.log('pageerror:', String(e)));
await p.goto(base + path);
await p.waitForTimeout(2500);
for (const one of doing) {
  if (one.startsWith('key:')) await p.keyboard.press(one.slice(4));
  else await p.getByText(one).first().click();
  await p.waitForTimeout(1000);
}
console.log(p.url(), '| too wide by', await overflowOf(p));
console.log((await violationsOf(p)).join('\n').slice(0, 3000) || 'axe: nothing');
await p.screenshot({ path: out, fullPage: true });
await b.close();
