/** A real Chromium that comes as an npm package: no system package is needed. */
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as engine } from 'playwright-core';

export const openBrowser = async (): Promise<Browser> =>
  engine.launch({
    executablePath: await chromium.executablePath(),
    // Tests may run as root in a container, and without a graphics card.
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader'],
    headless: true,
  });
