/** What a person does with the list, and how long until they see it. */
import type { Page } from 'playwright-core';
import type { InPage } from './board-in-page.ts';

export interface Interactions {
  /** From each input to the next paint, by what was done; what took less than 16 ms counts as 16. */
  inputs: Record<string, number[]>;
  /** From the input until other rows stood there. */
  data: number[];
}

const firstRow = '[role=row][data-id][aria-rowindex="2"]';

export async function interactionsOf(page: Page, rounds: number): Promise<Interactions> {
  const inputs: Record<string, number[]> = { filter: [], sort: [], select: [], open: [] };
  const data: number[] = [];
  const timed = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    const since = await page.evaluate(() => (globalThis as unknown as InPage).board.now());
    await act();
    inputs[what]?.push(await page.evaluate((from) => (globalThis as unknown as InPage).board.inputSince(from), since));
  };
  for (let round = 0; round < rounds; round += 1) {
    const filter = page.getByRole('link', { name: /Unassigned/ });
    await timed('filter', async () => data.push(await untilOtherRows(page, () => filter.click())));
    await page.getByRole('button', { name: 'Reset' }).click();
    await settled(page);
    const sort = page.getByLabel('Sorted by');
    await timed('sort', async () => data.push(await untilOtherRows(page, () => sort.selectOption('activity'))));
    await sort.selectOption('due');
    await settled(page);
    await page.locator(firstRow).click({ position: { x: 300, y: 6 } });
    await timed('select', async () => {
      for (const key of ['x', 'j', 'x', 'j']) await page.keyboard.press(key);
    });
    await page.keyboard.press('Escape');
    await timed('open', () => page.keyboard.press('Enter'));
    await page.waitForURL(/\/handoffs\//);
    await page.goBack();
    await settled(page);
  }
  return { inputs, data };
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator(firstRow).waitFor();
}

async function untilOtherRows(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => (globalThis as unknown as InPage).board.watchFirstRow());
  await act();
  return (await page.waitForFunction(() => (globalThis as unknown as InPage).board.otherRowsTook())).jsonValue();
}

const steps = 120;
const stepPixels = 400;

/** Down through a thousand rows, by the wheel: the tasks that were long, and the most rows that stood in the page. */
export async function scrollThrough(page: Page): Promise<{ longTasks: number[]; nodes: number[] }> {
  await page.mouse.move(600, 500);
  const since = await page.evaluate(() => (globalThis as unknown as InPage).board.now());
  const nodes: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, stepPixels);
    nodes.push(await page.evaluate(() => (globalThis as unknown as InPage).board.rowNodes()));
  }
  const longTasks = await page.evaluate((from) => (globalThis as unknown as InPage).board.longTasksSince(from), since);
  return { longTasks: longTasks.length === 0 ? [0] : longTasks, nodes };
}
