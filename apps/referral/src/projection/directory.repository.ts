import { defaultCalendar } from '#clinical';
import type {
  BusinessCalendar,
  EventData,
  PartnerAbsence,
  PartnerCapacity,
  PartnerRole,
  PartnerSnapshot,
  patientRegistered,
} from '#contracts';
import { RecentlyUsed, type Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ReferralConfig } from '../referral.config.js';
import { PartnerCopy } from './partner-copy.entity.js';
import { PatientCopy } from './patient-copy.entity.js';

export interface PartnerRecord {
  partnerId: string;
  name: string;
  roles: PartnerRole[];
  calendar: BusinessCalendar;
  active: boolean;
  capacity: PartnerCapacity | null;
  absences: PartnerAbsence[];
}

/** Copies of who there is: patients by name, organizations with their hours. */
@Injectable()
export class DirectoryRepository {
  private readonly seen = new RecentlyUsed<BusinessCalendar>(2000);

  constructor(private readonly config: ReferralConfig) {}

  async savePatient(tx: Transaction, patient: EventData<typeof patientRegistered>): Promise<void> {
    await tx.query(
      `insert into patient_copy (patient_id, record_number, given_name, family_name, birth_date, contact_language)
       values ($1, $2, $3, $4, $5, $6) on conflict (patient_id) do nothing`,
      [
        patient.patientId,
        patient.recordNumber,
        patient.name.given,
        patient.name.family,
        patient.birthDate,
        patient.contactLanguage,
      ],
    );
  }

  async patient(tx: Transaction, patientId: string) {
    const row = await tx.findOneBy(PatientCopy, { patientId });
    return (
      row && {
        patientId: row.patientId,
        recordNumber: row.recordNumber,
        name: { given: row.givenName, family: row.familyName },
        birthDate: row.birthDate,
        contactLanguage: row.contactLanguage,
      }
    );
  }

  /** An older revision never overwrites a newer one. Returns whether the organization is new here. */
  async savePartner(tx: Transaction, partner: PartnerSnapshot): Promise<{ isNew: boolean }> {
    const known = await tx.existsBy(PartnerCopy, { partnerId: partner.partnerId });
    await tx.query(
      `insert into partner_copy as known (partner_id, kind, name, roles, calendar, active, revision, capacity, absences)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (partner_id) do update set
         kind = excluded.kind, name = excluded.name, roles = excluded.roles, calendar = excluded.calendar,
         active = excluded.active, revision = excluded.revision,
         capacity = excluded.capacity, absences = excluded.absences
       where known.revision < excluded.revision`,
      [
        partner.partnerId,
        partner.kind,
        partner.name,
        JSON.stringify(partner.roles),
        JSON.stringify(partner.calendar),
        partner.active,
        partner.revision,
        partner.capacity ? JSON.stringify(partner.capacity) : null,
        JSON.stringify(partner.absences ?? []),
      ],
    );
    return { isNew: !known };
  }

  async partner(tx: Transaction, partnerId: string): Promise<PartnerRecord | null> {
    return tx.findOneBy(PartnerCopy, { partnerId });
  }

  async partners(tx: Transaction, partnerIds: readonly string[]): Promise<Map<string, PartnerRecord>> {
    const rows = partnerIds.length === 0 ? [] : await tx.findBy(PartnerCopy, { partnerId: In([...partnerIds]) });
    return new Map(rows.map((row) => [row.partnerId, row]));
  }

  /** Many organizations' hours at once, for lists; the same revision is the same object, so that what was counted in it is remembered. */
  async calendars(tx: Transaction, partnerIds: readonly string[]): Promise<Map<string, BusinessCalendar>> {
    if (partnerIds.length === 0) return new Map();
    const rows = await tx.query<{ partner_id: string; revision: number; calendar: BusinessCalendar }[]>(
      `select partner_id, revision, calendar from partner_copy where partner_id = any($1::text[])`,
      [partnerIds],
    );
    return new Map(rows.map((row) => [row.partner_id, this.known(`${row.partner_id} ${row.revision}`, row.calendar)]));
  }

  private known(key: string, calendar: BusinessCalendar): BusinessCalendar {
    const before = this.seen.get(key);
    if (before) return before;
    this.seen.set(key, calendar);
    return calendar;
  }

  /** Organizations that could still take this role: active and not yet ended on this plan. */
  async alternatives(tx: Transaction, role: PartnerRole, planId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from partner_copy p
       where p.active and p.kind = 'partner' and p.roles ? $1
         and not exists (select 1 from team_member_copy m
                         where m.plan_id = $2 and m.role = $1 and m.partner_id = p.partner_id and m.status = 'ended')`,
      [role, planId],
    );
    return row?.count ?? 0;
  }

  /** Hours of the pain clinic: its desks' dues are counted in them. */
  async clinicCalendar(tx: Transaction): Promise<BusinessCalendar> {
    const clinic = await tx.findOne(PartnerCopy, { where: { kind: 'clinic' }, order: { partnerId: 'ASC' } });
    return clinic?.calendar ?? defaultCalendar(this.config.clinicTimeZone);
  }

  /** Whose calendar that is. */
  async clinicId(tx: Transaction): Promise<string> {
    const clinic = await tx.findOne(PartnerCopy, { where: { kind: 'clinic' }, order: { partnerId: 'ASC' } });
    return clinic?.partnerId ?? 'clinic';
  }

  /** For an organization the directory has not told about yet. */
  defaultCalendar(): BusinessCalendar {
    return defaultCalendar(this.config.clinicTimeZone);
  }
}
