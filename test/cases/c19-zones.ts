/** Two business days over a weekend on which the clocks change, for partners who keep other time. */
import type { RegisterPartner } from '#contracts';
import { officeHours } from '../../tools/seed/partners.ts';
import { type CareCase, member, then, tells, withItem } from './case.ts';
import { lumbarPlan, sessions } from './c-base.ts';

interface Zone {
  partnerId: string;
  name: string;
  timeZone: string;
  /** Closing time there as the scenarios' own zone shows it. */
  closes: string;
}

const overTheWeekend = (
  id: string,
  title: string,
  friday: string,
  { partnerId, name, timeZone, closes }: Zone,
): CareCase => ({
  id,
  title,
  day0: friday,
  patient: {
    recordNumber: id,
    name: { given: 'Zoe', family: 'North' },
    birthDate: '1977-02-11',
    contactLanguage: 'en',
  },
  team: [member('physical-therapy', partnerId)],
  steps: [
    then(-5, '09:00', `${name} is in the directory`, async ({ api }) => {
      const partner: RegisterPartner = {
        partnerId,
        kind: 'partner',
        name,
        roles: ['physical-therapy'],
        calendar: { ...officeHours, timeZone },
      };
      const { status } = await api.call('POST', '/api/partners', { as: 'administrator', body: partner });
      // It may be there from another telling.
      if (status !== 201 && status !== 409) throw new Error(`registering ${partnerId} answered ${status}`);
    }),
    {
      kind: 'publish',
      day: -4,
      time: '09:00',
      version: 1,
      reason: 'Background',
      document: lumbarPlan,
      told: null,
      notTold: [],
    },
    then(-3, '09:00', `${name} acknowledges`, (story) => story.acknowledge('physical-therapy', partnerId, 1)),
    {
      kind: 'publish',
      day: 0,
      time: '16:00',
      version: 2,
      reason: 'More therapy',
      document: (at) => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(3)),
      told: [
        {
          ...tells('physical-therapy', partnerId, 'TH-02', 'routine', 4),
          due: { day: 4, time: closes },
          content: 'closing time on Tuesday, where the partner is',
        },
      ],
      notTold: [],
    },
  ],
});

const newYork = { partnerId: 'pt-north', name: 'PT-North', timeZone: 'America/New_York', closes: '17:00' };
const chicago = { partnerId: 'pt-chicago', name: 'PT-Chicago', timeZone: 'America/Chicago', closes: '18:00' };
const phoenix = { partnerId: 'pt-phoenix', name: 'PT-Phoenix', timeZone: 'America/Phoenix', closes: '19:00' };

/** Phoenix keeps its clocks: in November it is two hours behind New York, in March, after the change, three. */
export const c19Zones: readonly CareCase[] = [
  overTheWeekend('C19', 'Zones and clock changes: New York, November', '2027-11-05', newYork),
  overTheWeekend('C19b', 'Zones and clock changes: Chicago, November', '2027-11-05', chicago),
  overTheWeekend('C19c', 'Zones and clock changes: Phoenix, November', '2027-11-05', phoenix),
  overTheWeekend('C19d', 'Zones and clock changes: Chicago, March', '2027-03-12', chicago),
  overTheWeekend('C19e', 'Zones and clock changes: Phoenix, March', '2027-03-12', { ...phoenix, closes: '20:00' }),
];
