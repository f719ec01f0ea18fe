import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { askOf } from '../work-item/clinic-asks.js';
import type { AdviceReference } from './advice.states.js';

const ruleIds = ['PH-32', 'CO-22'];

/** Whose desk a question lies on until it is answered. The item says who asks, never what. */
@Injectable()
export class AdviceDesk {
  constructor(
    private readonly desks: DeskWork,
    private readonly directory: DirectoryRepository,
  ) {}

  async open(
    tx: Transaction,
    row: AdviceReference & { askedBy: string },
    at: { planVersion: number; now: Date },
  ): Promise<void> {
    const { id, planId, patientId, partnerId, role, to, askedBy } = row;
    const calendar = await this.directory.clinicCalendar(tx);
    const partner = partnerId === null ? null : ((await this.directory.partner(tx, partnerId))?.name ?? partnerId);
    const about = role === null ? {} : { item: role.replaceAll('-', ' ') };
    const moment = { ...at, calendar };
    const item =
      to === 'physician'
        ? ({
            desk: 'physician',
            ask: askOf('PH-32', moment, [id], { asker: partner ?? askedBy, ...about }, id),
          } as const)
        : ({
            desk: 'coordinator',
            ask: askOf('CO-22', moment, [id], { partner: partner ?? '', ...about }, id),
          } as const);
    await this.desks.open(tx, { planId, patientId, ...at }, [item]);
  }

  close(tx: Transaction, { id, planId }: AdviceReference, now: Date): Promise<void> {
    return this.desks.closeAboutItem(tx, { planId, itemId: id, ruleIds, outcome: 'done', now });
  }
}
