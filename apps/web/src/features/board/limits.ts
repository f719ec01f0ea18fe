/** What the server takes and counts at most; see the contracts of the worklist, which are not shipped to the browser. */
export const mostListed = 10_000;
export const mostSelected = 500;
