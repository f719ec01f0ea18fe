import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { describeProcedure } from '#clinical';
import type { PlanDocument } from '#contracts';
import { inWords } from '../timeline/words.js';
import { PlanRow } from './plan.entity.js';
import { PlanRepository } from './plan.repository.js';

@Injectable()
export class PlanItemQueries {
  constructor(private readonly plans: PlanRepository) {}

  /** A procedure, prescription or study as the clinic calls it; its id when the current version does not hold it any more. */
  async inWords(reader: EntityManager, planId: string, itemId: string): Promise<string> {
    const plan = await reader.findOneBy(PlanRow, { id: planId });
    const document = plan && (await this.plans.document(reader, planId, plan.currentVersion));
    return (document && describe(document, itemId)) ?? itemId;
  }
}

function describe(document: PlanDocument, itemId: string): string | undefined {
  const procedure = document.procedures.find((item) => item.id === itemId);
  if (procedure) return describeProcedure(procedure);
  const prescription = document.rehab.find((item) => item.id === itemId);
  if (prescription) return inWords(prescription.discipline);
  const study = document.imaging.find((item) => item.id === itemId);
  return study && `${study.modality} ${inWords(study.region)}`;
}
