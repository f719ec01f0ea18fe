import type { PartnerRole } from '#contracts';
import { known, text } from '../../app/search.js';

export const partnerRoles = [
  'physical-therapy',
  'pelvic-floor-therapy',
  'oncology',
  'radiation-oncology',
  'interventional-radiology',
  'palliative-care',
  'behavioral-health',
  'gynecology',
  'urology',
  'primary-care',
  'imaging',
  'pharmacy',
  'spine-surgery',
  'orthopedics',
  'neurology',
] as const satisfies readonly PartnerRole[];

export interface PartnerSearch {
  q?: string;
  role?: PartnerRole;
}

export const readPartnerSearch = (search: Record<string, unknown>): PartnerSearch => ({
  ...text('q', search),
  ...known('role', partnerRoles, search),
});
