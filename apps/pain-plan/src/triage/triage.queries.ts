import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { redFlagUrgency } from '#clinical';
import { DomainError, type TriageAlert } from '#contracts';
import type { User } from '#platform';
import { CareTeamQueries } from '../care-team/care-team.queries.js';
import { PatientRow } from '../patient/patient.entity.js';
import { PlanRow } from '../plan/plan.entity.js';
import { PlanRepository } from '../plan/plan.repository.js';

@Injectable()
export class TriageQueries {
  constructor(
    private readonly database: DataSource,
    private readonly team: CareTeamQueries,
    private readonly plans: PlanRepository,
  ) {}

  /** Read by everybody on the team alike. */
  async alert(patientId: string, user: User): Promise<TriageAlert> {
    const reader = this.database.manager;
    const planId = await this.planId(reader, patientId, user);
    const plan = planId === null ? null : await reader.findOneBy(PlanRow, { id: planId });
    const document = plan && (await this.plans.document(reader, plan.id, plan.currentVersion));
    const urgent =
      document?.redFlags.some(
        (flag) => flag.status === 'active' && ['emergency', 'same-day'].includes(redFlagUrgency(flag, document)),
      ) ?? false;
    return {
      urgent,
      text: urgent ? 'Urgent: contact the pain clinic.' : null,
      callWhom: document?.safetyNet.callWhom ?? null,
    };
  }

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
