import { get } from './client.js';

interface Early {
  answer: Promise<unknown>;
  at: number;
}

const asked = new Map<string, Early>();
/** Later it would not be news any more. */
const keptMs = 5_000;

/** Asks while the screen that will want it is still being fetched. */
export function askAhead(path: string): void {
  const answer = get<unknown>(path);
  // Whoever takes it hears of the fault; when nobody does, nobody has to.
  answer.catch(() => undefined);
  asked.set(path, { answer, at: performance.now() });
}

/** What was asked ahead, once; otherwise asks now. */
export function getOnceAhead<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  const early = asked.get(path);
  asked.delete(path);
  return early && performance.now() - early.at < keptMs ? (early.answer as Promise<Body>) : get<Body>(path, signal);
}
