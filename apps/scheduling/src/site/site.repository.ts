import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { defaultCalendar } from '#clinical';
import type { BusinessCalendar, PartnerSnapshot } from '#contracts';
import type { Transaction } from '#platform';
import { SchedulingConfig } from '../scheduling.config.js';
import { SiteRow } from './site.entity.js';

export interface Site {
  /** Null: the pain clinic. */
  partnerId: string | null;
  name: string;
  calendar: BusinessCalendar;
  absences: NonNullable<PartnerSnapshot['absences']>;
  active: boolean;
}

/** Where appointments take place: the clinic and the organizations of the directory. */
@Injectable()
export class SiteRepository {
  constructor(private readonly config: SchedulingConfig) {}

  /** An older revision never overwrites a newer one. */
  async save(tx: Transaction, snapshot: PartnerSnapshot): Promise<void> {
    const { partnerId, kind, name, roles, calendar, absences, active, revision } = snapshot;
    await tx.query(
      `insert into site as known (partner_id, kind, name, roles, calendar, absences, active, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (partner_id) do update set
         kind = excluded.kind, name = excluded.name, roles = excluded.roles, calendar = excluded.calendar,
         absences = excluded.absences, active = excluded.active, revision = excluded.revision
       where known.revision < excluded.revision`,
      [
        partnerId,
        kind,
        name,
        JSON.stringify(roles),
        JSON.stringify(calendar),
        JSON.stringify(absences ?? []),
        active,
        revision,
      ],
    );
  }

  async clinic(reader: EntityManager): Promise<Site> {
    const row = await reader.findOne(SiteRow, { where: { kind: 'clinic' }, order: { partnerId: 'ASC' } });
    const calendar = row?.calendar ?? defaultCalendar(this.config.clinicTimeZone);
    return { partnerId: null, name: row?.name ?? 'Pain clinic', calendar, absences: row?.absences ?? [], active: true };
  }

  /** The clinic for null; null for an organization that the directory has not told about. */
  async site(reader: EntityManager, partnerId: string | null): Promise<Site | null> {
    if (partnerId === null) return this.clinic(reader);
    const row = await reader.findOneBy(SiteRow, { partnerId });
    return row && { ...row, partnerId };
  }

  /** Zone of each of these organizations; the clinic's where nothing is known. */
  async zones(reader: EntityManager): Promise<(partnerId: string | null) => string> {
    const rows = await reader.query<{ id: string; zone: string }[]>(
      `select partner_id as id, calendar->>'timeZone' as zone from site`,
    );
    const known = new Map(rows.map(({ id, zone }) => [id, zone]));
    const clinic = (await this.clinic(reader)).calendar.timeZone;
    return (partnerId) => known.get(partnerId ?? '') ?? clinic;
  }
}
