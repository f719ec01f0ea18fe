import { Injectable } from '@nestjs/common';
import { businessCalendar } from '#contracts';
import { InvalidSettings } from '#platform';

/** Settings of this service alone, beside its keys. */
@Injectable()
export class BehavioralHealthConfig {
  /** Zone of the pain clinic while the directory has not told its calendar. */
  readonly clinicTimeZone: string;

  constructor() {
    const zone = businessCalendar.shape.timeZone.safeParse(process.env['CLINIC_TIME_ZONE'] || 'America/New_York');
    if (!zone.success) throw new InvalidSettings(['CLINIC_TIME_ZONE: an IANA time zone such as America/New_York']);
    this.clinicTimeZone = zone.data;
  }
}
