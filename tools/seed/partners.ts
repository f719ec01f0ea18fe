import type { BusinessCalendar, PartnerRole, RegisterPartner } from '#contracts';
import { usFederalClosedDays } from '../closed-days.ts';

/** Weekdays from eight to five in New York, closed on US federal holidays. */
export const officeHours: BusinessCalendar = {
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: usFederalClosedDays(2026, 2029),
};

const partner = (partnerId: string, name: string, ...roles: PartnerRole[]): RegisterPartner => ({
  partnerId,
  kind: 'partner',
  name,
  roles,
  calendar: officeHours,
});

/** The invented organizations of the acceptance scenarios. The clinic comes first: its hours count the dues of its desks. */
export const directory: readonly RegisterPartner[] = [
  { partnerId: 'pain-clinic', kind: 'clinic', name: 'Pain Clinic', roles: [], calendar: officeHours },
  partner('pt-north', 'PT-North', 'physical-therapy'),
  partner('pt-south', 'PT-South', 'physical-therapy'),
  partner('pt-east', 'PT-East', 'physical-therapy'),
  partner('pelvic-rehab', 'Pelvic Rehab', 'pelvic-floor-therapy'),
  partner('regional-oncology', 'Regional Oncology', 'oncology', 'radiation-oncology'),
  partner('mindful-pain', 'Mindful Pain', 'behavioral-health'),
  partner('womens-health', 'Women’s Health', 'gynecology'),
  partner('bladder-clinic', 'Bladder Clinic', 'urology'),
  partner('family-care', 'Family Care', 'primary-care'),
  partner('city-imaging', 'City Imaging', 'imaging'),
  partner('corner-pharmacy', 'Corner Pharmacy', 'pharmacy'),
  partner('spine-group', 'Spine Group', 'spine-surgery'),
  partner('ortho-center', 'Ortho Center', 'orthopedics'),
  partner('head-clinic', 'Head Clinic', 'neurology'),
  partner('vertebral-ir', 'Vertebral IR', 'interventional-radiology'),
];
