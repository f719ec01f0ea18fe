import { renameSync, writeFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DateTime, Duration } from 'luxon';
import { DomainError } from '#contracts';
import { readOffset } from '#platform';
import { GatewaySettings } from '../gateway.settings.js';

export interface ClockState {
  now: string;
  offsetSeconds: number;
}

/**
 * Moves the clock of every process by the offset file that all of them read. Reads and writes without a pause in between,
 * so two requests cannot lose one another's move.
 */
@Injectable()
export class DevClock {
  constructor(private readonly settings: GatewaySettings) {}

  state(): ClockState {
    return this.stateAt(readOffset(this.file()));
  }

  /** By an ISO 8601 duration: `P3D`, `PT90M`. Months and days are those of the calendar in UTC. */
  advance(duration: string): ClockState {
    const offset = readOffset(this.file());
    const now = DateTime.fromMillis(Date.now() + offset, { zone: 'utc' });
    const moved = now.plus(Duration.fromISO(duration));
    return this.write(moved.isValid ? offset + moved.toMillis() - now.toMillis() : Number.NaN);
  }

  /** May go back: in development somebody may want yesterday again. */
  set(instant: string): ClockState {
    return this.write(DateTime.fromISO(instant).toMillis() - Date.now());
  }

  private write(offset: number): ClockState {
    if (!Number.isFinite(offset)) throw new DomainError('invalid-input', 'That is not a time the clock can show.');
    const rounded = Math.round(offset);
    const file = this.file();
    // Renamed into place: no reader ever sees half a number.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, String(rounded));
    renameSync(unfinished, file);
    return this.stateAt(rounded);
  }

  private file(): string {
    const { movableClockFile } = this.settings;
    if (movableClockFile === null) throw new DomainError('not-found', 'There is nothing here.');
    return movableClockFile;
  }

  private stateAt(offset: number): ClockState {
    return { now: new Date(Date.now() + offset).toISOString(), offsetSeconds: Math.round(offset / 1000) };
  }
}
