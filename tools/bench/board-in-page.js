/* global webVitals */
/**
 * Runs in the page after the script of web-vitals and before everything else: keeps what was seen and when, in milliseconds since the page was asked for, and answers the
 * benchmark as `globalThis.board`.
 */
(() => {
  const firstRow = '[role=row][data-id][aria-rowindex="2"]';
  const seen = { firstRows: 0, tiles: 0, lcp: 0, cls: 0 };
  const inputs = [];
  const longTasks = [];
  let other = { start: 0, took: 0 };

  const { onLCP, onCLS } = webVitals;
  onLCP(({ value }) => (seen.lcp = value), { reportAllChanges: true });
  onCLS(({ value }) => (seen.cls = value), { reportAllChanges: true });
  // From an input until the paint that follows it, as INP counts; only those of 16 ms and more are told.
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, startTime } of list.getEntries())
      if (interactionId) inputs.push({ duration, startTime });
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) longTasks.push({ duration, startTime });
  }).observe({ type: 'longtask', buffered: true });

  const look = () => {
    // On an empty board a sentence stands where rows would.
    const listed = document.querySelector('[role=row][data-id]') ?? document.querySelector('main .card strong');
    if (!seen.firstRows && listed) seen.firstRows = performance.now();
    const numbers = [...document.querySelectorAll('main nav a span:first-child')];
    if (!seen.tiles && numbers.length >= 10 && numbers.every(({ textContent }) => /\d/.test(textContent)))
      seen.tiles = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });

  globalThis.board = {
    seen: () => seen,
    now: () => performance.now(),
    /** The longest of them; entries come after the paint that they tell of. */
    inputSince: async (from) => {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150)));
      return Math.max(16, ...inputs.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration));
    },
    longTasksSince: (from) => longTasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration),
    /** From the next input on, until another row stands first. */
    watchFirstRow: () => {
      const before = document.querySelector(firstRow)?.getAttribute('data-id');
      const watched = (other = { start: 0, took: 0 });
      const begin = () => (watched.start ||= performance.now());
      for (const type of ['pointerdown', 'keydown', 'change'])
        window.addEventListener(type, begin, { capture: true, once: true });
      const observer = new MutationObserver(() => {
        const row = document.querySelector(firstRow);
        if (!row || row.getAttribute('data-id') === before) return;
        observer.disconnect();
        watched.took = performance.now() - watched.start;
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-id'] });
    },
    otherRowsTook: () => other.took,
    rowNodes: () => document.querySelectorAll('[role=row][data-id]').length,
    file: async () => {
      const start = performance.now();
      const { body } = await fetch('/api/handoffs.csv?status=waiting');
      const reader = body.getReader();
      await reader.read();
      const first = performance.now() - start;
      while (!(await reader.read()).done);
      return { first, all: performance.now() - start };
    },
  };
})();
