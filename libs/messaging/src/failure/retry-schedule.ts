/** A message is tried this often before it is parked. */
export const triesBeforeParking = 3;
/** A message that took the whole process down this often while being handled is parked unseen. */
export const startsBeforeParking = 3;

const pausesBetweenTriesMs = [50, 150];
const firstWaitMs = 100;
/** Also how long the first work may take once the world is up again. */
const longestWaitMs = 3000;

/** Pause before try n + 1 (n from 1) of a message that may be wrong itself. Short: the other keys of its batch are nearly done by then. */
export const pauseAfterTry = (tried: number): number =>
  pausesBetweenTriesMs[tried - 1] ?? pausesBetweenTriesMs.at(-1) ?? 0;

/** Pause after the n-th time (from 1) that the database was away or busy: doubling from 100 ms to 3 s, for as long as it takes. */
export const pauseForTheWorld = (waited: number): number => Math.min(firstWaitMs * 2 ** (waited - 1), longestWaitMs);
