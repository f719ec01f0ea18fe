import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { dayOf, deviationsFrom, injectionSpacing, nextOptionsOf, proposePlan, suggestionsFor } from '#clinical';
import { DomainError, type PathwayOfDiagnosis, type PlanPathway, type PlanProposal } from '#contracts';
import { Clock } from '#platform';
import { PartnerQueries } from '../partner/partner.queries.js';
import { PatientQueries } from '../patient/patient.queries.js';
import { PlanRow } from '../plan/plan.entity.js';
import { PlanRepository } from '../plan/plan.repository.js';

/** Plans beside their pathways: computed whenever somebody asks, kept nowhere. */
@Injectable()
export class PathwayQueries {
  constructor(
    private readonly database: DataSource,
    private readonly plans: PlanRepository,
    private readonly patients: PatientQueries,
    private readonly partners: PartnerQueries,
    private readonly clock: Clock,
  ) {}

  async ofPlan(planId: string): Promise<PlanPathway> {
    const reader = this.database.manager;
    const plan = await reader.findOneBy(PlanRow, { id: planId });
    const document = plan && (await this.plans.document(reader, planId, plan.currentVersion));
    if (!document) throw new DomainError('not-found', 'There is no such plan.');
    const deviations = deviationsFrom(document);
    const diagnoses = suggestionsFor(document).map(({ diagnosis, pathway, suggestions }): PathwayOfDiagnosis => {
      const onset = diagnosis?.onset;
      return {
        diagnosisId: diagnosis?.id ?? null,
        group: pathway.group,
        name: pathway.name,
        stage: document.stage.value,
        suggestions,
        deviations: deviations.filter((one) => diagnosis !== null && one.diagnosisId === diagnosis.id),
        nextOptions: [...nextOptionsOf(pathway, document)],
        expectedCourse: pathway.expectedCourse,
        escalateWhen: pathway.escalateWhen,
        roles: pathway.roles,
        checkpoints: pathway.checkpoints.map(({ weeks, text }) => ({
          weeks,
          text,
          on: onset && onset !== 'gradual' ? DateTime.fromISO(onset).plus({ weeks }).toISODate() : null,
        })),
      };
    });
    const { timeZone } = (await this.partners.calendars(reader, [])).clinic;
    const injections = injectionSpacing(document, dayOf(this.clock.now(), timeZone));
    return { planId, planVersion: plan.currentVersion, diagnoses, deviations, injections };
  }

  async proposal(patientId: string, group: PlanProposal['group']): Promise<PlanProposal> {
    const patient = await this.patients.get(patientId);
    const { packet } = await this.patients.historyPacket(patientId);
    const { timeZone } = (await this.partners.calendars(this.database.manager, [])).clinic;
    return proposePlan(packet, patient, group, dayOf(this.clock.now(), timeZone));
  }
}
