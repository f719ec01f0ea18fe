import type { PartnerRole } from '#contracts';
import { roleName } from '../../../ui/words.js';

/** Every role of the vocabulary; the type makes sure that none is forgotten. */
const roles: Readonly<Record<PartnerRole, true>> = {
  'physical-therapy': true,
  'pelvic-floor-therapy': true,
  oncology: true,
  'radiation-oncology': true,
  'interventional-radiology': true,
  'palliative-care': true,
  'behavioral-health': true,
  gynecology: true,
  urology: true,
  'primary-care': true,
  imaging: true,
  pharmacy: true,
  'spine-surgery': true,
  orthopedics: true,
  neurology: true,
};

export const partnerRoleOptions = (): { value: string; label: string }[] =>
  Object.keys(roles)
    .map((role) => ({ value: role, label: roleName(role) }))
    .sort((a, b) => a.label.localeCompare(b.label));
