import { readFileSync } from 'node:fs';

/** Where everybody takes the time from. The class is the injection token; tests and the embedded start replace it. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

/**
 * The system's time plus an offset (milliseconds, as text) that stands in a file; no file means none. Read at every call, so
 * that all processes of an embedded start agree at once and a restarted one forgets nothing. Embedded start only.
 */
export class OffsetClock extends Clock {
  constructor(private readonly file: string) {
    super();
  }

  override now(): Date {
    return new Date(Date.now() + readOffset(this.file));
  }
}

export function readOffset(file: string): number {
  try {
    const offset = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(offset) ? offset : 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
