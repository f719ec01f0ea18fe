import { Injectable } from '@nestjs/common';
import { businessCalendar } from '#contracts';
import { InvalidSettings } from '#platform';

/** Settings of this service alone. */
@Injectable()
export class TherapyConfig {
  /** The zone in which a directive's day begins and ends. */
  readonly clinicTimeZone: string;

  constructor() {
    // `NAME=` in a file means: not set.
    const zone = businessCalendar.shape.timeZone.safeParse(process.env['CLINIC_TIME_ZONE'] || 'America/New_York');
    if (!zone.success) throw new InvalidSettings(['CLINIC_TIME_ZONE: an IANA time zone such as America/New_York']);
    this.clinicTimeZone = zone.data;
  }
}
