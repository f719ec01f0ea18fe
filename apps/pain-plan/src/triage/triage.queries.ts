import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#contracts';
import type { User } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PatientRow } from '../patient/patient.entity.js';
import { PlanRow } from '../plan/plan.entity.js';

@Injectable()
export class TriageQueries {
  constructor(private readonly team: CareTeamQueries) {}

  /**
   * The plan of a patient that this reader may report about; null when the patient has none. For a partner that is not
   * active on the patient's team there is no such patient.
   */
  async planId(reader: EntityManager, patientId: string, user: User): Promise<string | null> {
    const plan = await reader.findOneBy(PlanRow, { patientId });
    const isThere =
      user.role === 'partner'
        ? plan !== null &&
          (await this.team.active(reader, plan.id)).some(({ partnerId }) => partnerId === user.partnerId)
        : plan !== null || (await reader.existsBy(PatientRow, { id: patientId }));
    if (!isThere) throw new DomainError('not-found', 'There is no such patient.');
    return plan?.id ?? null;
  }
}
