import type { Partner, PartnerCapacity } from '#contracts';

/** What the form holds: texts as typed. */
export interface PartnerValues {
  partnerId: string;
  kind: Partner['kind'];
  name: string;
  roles: string[];
  active: boolean;
  phone: string;
  timeZone: string;
  workDays: string[];
  opens: string;
  closes: string;
  closedDates: string;
  capacity: PartnerCapacity['state'] | '';
  waitWeeks: string;
  digestAt: string;
  absences: { from: string; until: string; note: string }[];
  people: { name: string; function: string; email: string; phone: string }[];
}

export const newPartner: PartnerValues = {
  partnerId: '',
  kind: 'partner',
  name: '',
  roles: [],
  active: true,
  phone: '',
  timeZone: 'America/New_York',
  workDays: ['1', '2', '3', '4', '5'],
  opens: '08:00',
  closes: '17:00',
  closedDates: '',
  capacity: '',
  waitWeeks: '',
  digestAt: '',
  absences: [],
  people: [],
};

export const valuesOf = ({ calendar, capacity, absences = [], people, ...partner }: Partner): PartnerValues => ({
  partnerId: partner.partnerId,
  kind: partner.kind,
  name: partner.name,
  roles: [...partner.roles],
  active: partner.active,
  phone: partner.phone ?? '',
  timeZone: calendar.timeZone,
  workDays: calendar.workDays.map(String),
  opens: calendar.opens,
  closes: calendar.closes,
  closedDates: calendar.closedDates.join('\n'),
  capacity: capacity?.state ?? '',
  waitWeeks: capacity?.waitWeeks?.toString() ?? '',
  digestAt: partner.preferences.digestAt ?? '',
  absences: absences.map(({ from, until, note }) => ({ from, until, note: note ?? '' })),
  people: people.map(({ name, function: what, email, phone }) => ({
    name,
    function: what,
    email: email ?? '',
    phone: phone ?? '',
  })),
});

const orNull = (text: string): string | null => text.trim() || null;

/** As the API takes it. What the form does not show of the preferences stays as it was. */
export const bodyOf = (given: PartnerValues, before: Partner | null): object => ({
  ...(before ? { active: given.active } : { kind: given.kind, ...(given.partnerId && { partnerId: given.partnerId }) }),
  name: given.name.trim(),
  roles: given.roles,
  calendar: {
    timeZone: given.timeZone.trim(),
    workDays: given.workDays.map(Number).sort((a, b) => a - b),
    opens: given.opens,
    closes: given.closes,
    closedDates: given.closedDates.split(/\s+/).filter(Boolean),
  },
  ...(given.capacity === ''
    ? {}
    : { capacity: { state: given.capacity, waitWeeks: given.waitWeeks === '' ? null : Number(given.waitWeeks) } }),
  ...(before || given.phone.trim() ? { phone: orNull(given.phone) } : {}),
  absences: given.absences.map(({ from, until, note }) => ({ from, until, note: orNull(note) })),
  people: given.people.map(({ name, function: what, email, phone }) => ({
    name,
    function: what,
    email: orNull(email),
    phone: orNull(phone),
  })),
  preferences: { channels: before?.preferences.channels ?? {}, digestAt: orNull(given.digestAt) },
});

/** Without what the clinic decides about an organization. */
export const ownWordsOf = (body: object): object => {
  const { name: _name, roles: _roles, active: _active, ...own } = body as Record<string, unknown>;
  return own;
};
