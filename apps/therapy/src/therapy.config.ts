import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type PlanOfCare, usMedicarePlanOfCare } from '#clinical';
import { businessCalendar } from '#contracts';
import { InvalidSettings } from '#platform';

const days = (most: number) => z.coerce.number().int().min(1).max(most).optional();

const environment = z.object({
  CLINIC_TIME_ZONE: businessCalendar.shape.timeZone.default('America/New_York'),
  PLAN_OF_CARE: z.enum(['us-medicare', 'off']).default('us-medicare'),
  PLAN_OF_CARE_SIGN_DAYS: days(365),
  PLAN_OF_CARE_CERTIFY_DAYS: days(365),
  PLAN_OF_CARE_PROGRESS_DAYS: days(100),
});

const says: Readonly<Record<string, string>> = {
  CLINIC_TIME_ZONE: 'an IANA time zone such as America/New_York',
  PLAN_OF_CARE: 'us-medicare or off',
};

/** Settings of this service alone. */
@Injectable()
export class TherapyConfig {
  /** The zone in which a directive's day begins and ends. */
  readonly clinicTimeZone: string;
  /** The payer's paperwork that this clinic goes by; null when it is switched off. */
  readonly planOfCare: PlanOfCare | null;

  constructor() {
    // `NAME=` in a file means: not set.
    const set = Object.keys(environment.shape).map((name) => [name, process.env[name] || undefined]);
    const settings = environment.safeParse(Object.fromEntries(set));
    if (!settings.success) {
      throw new InvalidSettings(
        settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${says[path.join('.')] ?? message}`),
      );
    }
    this.clinicTimeZone = settings.data.CLINIC_TIME_ZONE;
    this.planOfCare = settings.data.PLAN_OF_CARE === 'off' ? null : edited(settings.data);
  }
}

const edited = (settings: z.infer<typeof environment>): PlanOfCare => ({
  ...usMedicarePlanOfCare,
  signWithinDays: settings.PLAN_OF_CARE_SIGN_DAYS ?? usMedicarePlanOfCare.signWithinDays,
  certifiedForAtMostDays: settings.PLAN_OF_CARE_CERTIFY_DAYS ?? usMedicarePlanOfCare.certifiedForAtMostDays,
  progressEveryTreatmentDays: settings.PLAN_OF_CARE_PROGRESS_DAYS ?? usMedicarePlanOfCare.progressEveryTreatmentDays,
});
