import type { Referral, ReferralAlternative } from '#contracts';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { isAbsent, rankAlternatives } from './rank-alternatives.js';
import { TurnaroundQueries } from './turnaround.queries.js';

/** Who else could take a referral: the role, active, there today, and neither asked now nor gone from this plan before. */
@Injectable()
export class AlternativeQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly directory: DirectoryRepository,
    private readonly turnarounds: TurnaroundQueries,
  ) {}

  async of({
    planId,
    role,
    partnerId,
  }: Pick<Referral, 'planId' | 'role' | 'partnerId'>): Promise<ReferralAlternative[]> {
    const rows = await this.dataSource.query<{ partner_id: string }[]>(
      `select partner_id from partner_copy p
        where p.active and p.kind = 'partner' and p.roles ? $1 and p.partner_id <> $3
          and not exists (select 1 from team_member_copy m
                           where m.plan_id = $2 and m.role = $1 and m.partner_id = p.partner_id and m.status <> 'proposed')
        order by partner_id`,
      [role, planId, partnerId],
    );
    const ids = rows.map((row) => row.partner_id);
    const partners = await this.directory.partners(this.dataSource.manager, ids);
    const now = this.clock.now();
    const found: ReferralAlternative[] = [];
    for (const partner of partners.values()) {
      const today = DateTime.fromJSDate(now, { zone: partner.calendar.timeZone }).toISODate() ?? '';
      if (isAbsent(partner.absences, today)) continue;
      const { answer } = await this.turnarounds.ofPartner(partner.partnerId);
      const { capacity } = partner;
      found.push({
        partnerId: partner.partnerId,
        name: partner.name,
        capacity: capacity?.state ?? 'unknown',
        waitWeeks: capacity?.waitWeeks ?? null,
        answer,
      });
    }
    return rankAlternatives(found);
  }
}
