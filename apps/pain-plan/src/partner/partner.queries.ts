import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { defaultCalendar } from '#clinical';
import type { BusinessCalendar, PartnerRole } from '#contracts';
import { PainPlanConfig } from '../pain-plan.config.js';
import { PartnerCopyRow } from './partner-copy.entity.js';

export interface Calendars {
  clinic: BusinessCalendar;
  /** The clinic's calendar for an organization whose directory event has not arrived yet. */
  of(partnerId: string): BusinessCalendar;
}

@Injectable()
export class PartnerQueries {
  constructor(private readonly config: PainPlanConfig) {}

  async calendars(reader: EntityManager, partnerIds: readonly string[]): Promise<Calendars> {
    const rows = await reader.find(PartnerCopyRow, {
      where: [{ partnerId: In([...partnerIds]) }, { kind: 'clinic', active: true }],
      order: { partnerId: 'asc' },
    });
    const clinic = rows.find((row) => row.kind === 'clinic')?.calendar ?? defaultCalendar(this.config.clinicTimeZone);
    const byPartner = new Map(rows.map((row) => [row.partnerId, row.calendar]));
    return { clinic, of: (partnerId) => byPartner.get(partnerId) ?? clinic };
  }

  /** Display names; an organization not heard of yet is called by its id. */
  async names(reader: EntityManager, partnerIds: readonly string[]): Promise<(partnerId: string) => string> {
    const rows = await reader.find(PartnerCopyRow, {
      where: { partnerId: In([...partnerIds]) },
      select: { partnerId: true, name: true },
    });
    const byPartner = new Map(rows.map((row) => [row.partnerId, row.name]));
    return (partnerId) => byPartner.get(partnerId) ?? partnerId;
  }

  /** Why this organization cannot take this role, in one sentence; null when it can. */
  async objectionTo(reader: EntityManager, partnerId: string, role: PartnerRole): Promise<string | null> {
    const partner = await reader.findOneBy(PartnerCopyRow, { partnerId });
    if (!partner) return `no partner "${partnerId}" is in the directory`;
    if (!partner.active) return `${partner.name} is not active in the directory`;
    return partner.roles.includes(role) ? null : `${partner.name} does not hold the role ${role}`;
  }
}
