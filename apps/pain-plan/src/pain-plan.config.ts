import { z } from 'zod';
import { InvalidSettings } from '#platform';

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'an IANA time zone such as America/New_York');

/** What only pain-plan reads from its environment; everything else is the platform's. */
const environment = z.object({
  /** The clinic's zone: dues of its desks are counted in it while the directory names no clinic. */
  CLINIC_TIME_ZONE: timeZone.default('America/New_York'),
});

export class PainPlanConfig {
  readonly clinicTimeZone: string;

  constructor(variables: Readonly<Record<string, string | undefined>> = process.env) {
    // `NAME=` in a file means: not set.
    const parsed = environment.safeParse({ CLINIC_TIME_ZONE: variables['CLINIC_TIME_ZONE'] || undefined });
    if (!parsed.success) {
      throw new InvalidSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
    }
    this.clinicTimeZone = parsed.data.CLINIC_TIME_ZONE;
  }
}
