/**
 * `npm run pictures`: a system of its own with the sample patients, and a picture of every screen as a person sees it, on a desk and on a
 * phone, into docs/screens. Look at them before committing them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Screens } from '../test/screens/screens.ts';
import { repositoryRoot } from './embedded/state.ts';
import { pictures, prepare } from './pictures/pictures.ts';

const folder = join(repositoryRoot, 'docs/screens');
const sizes = { desk: { width: 1280, height: 860 }, phone: { width: 390, height: 800 } } as const;

mkdirSync(folder, { recursive: true });
const screens = await Screens.start();
try {
  const world = await prepare(screens.api);
  for (const { name, who, path, ready, theme = 'light' } of pictures(world)) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const options = { viewport, colorScheme: theme };
      const { page } = who === null ? await screens.openAt(path, options) : await screens.as(who, path, options);
      await ready(page);
      await page.screenshot({ path: join(folder, `${name}-${size}.png`) });
      console.log(`${name}-${size}.png`);
      await screens.closeAll();
    }
  }
} finally {
  await screens.stop();
}
