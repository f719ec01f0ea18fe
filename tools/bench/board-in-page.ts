/** What `board-in-page.js` answers, inside the page. */
export interface InPage {
  board: {
    seen: () => Seen;
    now: () => number;
    inputSince: (from: number) => Promise<number>;
    longTasksSince: (from: number) => number[];
    watchFirstRow: () => void;
    otherRowsTook: () => number;
    rowNodes: () => number;
    file: () => Promise<{ first: number; all: number }>;
  };
}

/** In milliseconds since the page was asked for; `cls` is a score. */
export interface Seen {
  firstRows: number;
  tiles: number;
  lcp: number;
  cls: number;
}
