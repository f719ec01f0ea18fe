import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#contracts';
import { Clock, type User } from '#platform';
import { ConsentQueries } from '../consent/consent.queries.js';
import { GlassQueries } from '../glass/glass.queries.js';
import type { Standing } from './may-read.js';

@Injectable()
export class StandingQueries {
  constructor(
    private readonly consents: ConsentQueries,
    private readonly glass: GlassQueries,
    private readonly clock: Clock,
  ) {}

  async of(from: EntityManager, reader: User, patientId: string): Promise<Standing> {
    const { role, sub } = reader;
    const now = this.clock.now();
    const isPhysician = role === 'physician';
    return {
      role,
      sub,
      isTreating: role === 'partner' && (await this.planTreatedBy(from, reader.partnerId, patientId)) !== null,
      scoresConsentId: isPhysician ? await this.consents.scoresForClinic(from, patientId, now) : null,
      glass: isPhysician ? await this.glass.openFor(from, sub, patientId, now) : null,
    };
  }

  /** The plan under which the organization treats the patient now; null when it does not. */
  async planTreatedBy(from: EntityManager, partnerId: string | null, patientId: string): Promise<string | null> {
    const [row] = await from.query<{ plan_id: string }[]>(
      `select plan_id from team_member where partner_id = $1 and patient_id = $2 and status = 'active' limit 1`,
      [partnerId, patientId],
    );
    return row?.plan_id ?? null;
  }

  /** For writing: somebody who does not treat the patient finds no such patient. */
  async requireTreating(
    from: EntityManager,
    { partnerId }: User,
    patientId: string,
  ): Promise<{ planId: string; partnerId: string }> {
    const planId = await this.planTreatedBy(from, partnerId, patientId);
    if (planId === null || partnerId === null) throw new DomainError('not-found', 'There is no such patient.');
    return { planId, partnerId };
  }

  /** The patient's plan as behavioral health knows it; null for a patient that it never heard of. */
  async planOf(from: EntityManager, patientId: string): Promise<string | null> {
    const [row] = await from.query<{ plan_id: string }[]>(
      `select plan_id from team_member where patient_id = $1
       union all select plan_id from episode where patient_id = $1 limit 1`,
      [patientId],
    );
    return row?.plan_id ?? null;
  }
}
