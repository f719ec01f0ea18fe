import { Clock } from '../clock/clock.js';

const unitsMs: Record<string, number> = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };

/** Stands still until moved. Starts on Tuesday 6 April 2027, 09:00 in New York. */
export class TestClock extends Clock {
  private instant = new Date('2027-04-06T13:00:00Z');

  override now(): Date {
    return new Date(this.instant);
  }

  set(iso: string): void {
    this.instant = new Date(iso);
  }

  /** By an ISO 8601 duration of weeks, days, hours, minutes or seconds: `P3D`, `PT90M`. */
  advance(duration: string): void {
    const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
    if (!parts) throw new Error(`not a duration: ${duration}`);
    const ms = ['W', 'D', 'H', 'M', 'S'].reduce(
      (sum, unit, at) => sum + Number(parts[at + 1] ?? 0) * (unitsMs[unit] ?? 0),
      0,
    );
    this.instant = new Date(this.instant.getTime() + ms);
  }
}
