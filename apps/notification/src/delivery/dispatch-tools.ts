import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import { Sealer } from '../sealer.js';

/** Time and secrecy, as one hand's tools. */
@Injectable()
export class DispatchTools {
  constructor(
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  seal(text: string, row: string): string {
    return this.sealer.seal(text, row);
  }
}
