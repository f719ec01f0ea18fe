import type { Partner, PartnerSnapshot } from '#contracts';

export const noPreferences: Partner['preferences'] = { channels: {}, digestAt: null };

/** What every service may know: neither people nor how the organization is reached. */
export const snapshotOf = ({ people: _people, preferences: _preferences, ...snapshot }: Partner): PartnerSnapshot =>
  snapshot;

interface Stored extends Omit<Partner, 'capacity' | 'absences' | 'phone'> {
  capacity: PartnerSnapshot['capacity'] | null;
  absences: PartnerSnapshot['absences'] | null;
  phone: string | null;
}

/** What nobody has said stays unsaid: an organization without a phone number has no field for it. */
export const partnerOf = ({ capacity, absences, phone, ...rest }: Stored): Partner => ({
  ...rest,
  ...(capacity ? { capacity } : {}),
  ...(absences && absences.length > 0 ? { absences } : {}),
  ...(phone === null ? {} : { phone }),
});
