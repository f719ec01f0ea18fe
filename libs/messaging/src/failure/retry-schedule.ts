/** A message is tried this often before it is parked. */
export const triesBeforeParking = 3;
/** A message that took the whole process down this often while being handled is parked unseen. */
export const startsBeforeParking = 3;

const firstPauseMs = 100;
const longestPauseMs = 10_000;

/** Pause before try n + 1 (n from 1), doubling from 100 ms to 10 s. */
export const pauseAfterTry = (tried: number): number => Math.min(firstPauseMs * 2 ** (tried - 1), longestPauseMs);
