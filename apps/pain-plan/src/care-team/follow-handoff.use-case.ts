import { Injectable } from '@nestjs/common';
import type {
  EventData,
  handoffExtended,
  handoffIssued,
  handoffSuperseded,
  handoffUnassigned,
  handoffWithdrawn,
} from '#contracts';
import type { Transaction } from '#platform';
import { PainPlanConfig } from '../pain-plan.config.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { TimelineRepository, type Happening } from '../timeline/timeline.repository.js';
import { inWords } from '../timeline/words.js';
import { HandoffCopyRepository } from './handoff-copy.repository.js';
import { issuedWords, unassignedWords, withdrawnWords } from './handoff.words.js';

export type HandoffMove =
  | { name: 'handoff.issued'; data: EventData<typeof handoffIssued> }
  | { name: 'handoff.extended'; data: EventData<typeof handoffExtended> }
  | { name: 'handoff.superseded'; data: EventData<typeof handoffSuperseded> }
  | { name: 'handoff.withdrawn'; data: EventData<typeof handoffWithdrawn> }
  | { name: 'handoff.unassigned'; data: EventData<typeof handoffUnassigned> };

/** Referral opened, extended or closed a handoff: the ledger knows which is open for whom, the timeline tells of it. */
@Injectable()
export class FollowHandoff {
  constructor(
    private readonly handoffs: HandoffCopyRepository,
    private readonly partners: PartnerQueries,
    private readonly timeline: TimelineRepository,
    private readonly config: PainPlanConfig,
  ) {}

  async execute(tx: Transaction, move: HandoffMove): Promise<void> {
    await this.follow(tx, move);
    const partnerId = 'partnerId' in move.data ? move.data.partnerId : null;
    const nameOf = await this.partners.names(tx, partnerId ? [partnerId] : []);
    const told = this.tell(move, partnerId && nameOf(partnerId));
    await this.timeline.record(tx, {
      patientId: move.data.patientId,
      handoffId: move.data.handoffId,
      type: move.name,
      ...told,
    });
  }

  private async follow(tx: Transaction, { name, data }: HandoffMove): Promise<void> {
    const { handoffId: id, planId, role } = data;
    switch (name) {
      case 'handoff.issued':
        return this.handoffs.keep(tx, {
          id,
          planId,
          role,
          memberId: data.memberId,
          state: 'open',
          urgency: data.urgency,
          dueAt: new Date(data.dueAt),
        });
      case 'handoff.unassigned':
        return this.handoffs.keep(tx, {
          id,
          planId,
          role,
          memberId: null,
          state: 'unassigned',
          urgency: data.urgency,
          dueAt: new Date(data.dueAt),
        });
      case 'handoff.superseded':
      case 'handoff.withdrawn':
        return this.handoffs.close(tx, id);
      case 'handoff.extended':
    }
  }

  private tell({ name, data }: HandoffMove, partner: string | null): Pick<Happening, 'at' | 'text' | 'planVersion'> {
    const who = partner ?? inWords(data.role);
    switch (name) {
      case 'handoff.issued':
        return {
          at: new Date(data.issuedAt),
          text: issuedWords(data, who, this.config.clinicTimeZone),
          planVersion: data.contentVersion,
        };
      case 'handoff.unassigned':
        return { at: new Date(data.openedAt), text: unassignedWords(data), planVersion: data.contentVersion };
      case 'handoff.superseded':
        return {
          at: new Date(data.supersededAt),
          text: `What is asked of ${who} was replaced by a newer handoff that covers more.`,
        };
      case 'handoff.withdrawn':
        return { at: new Date(data.withdrawnAt), text: withdrawnWords(data, partner) };
      case 'handoff.extended':
        return {
          at: new Date(data.extendedAt),
          text: `Version ${data.throughVersion} changes nothing in what is asked of ${who}.`,
          planVersion: data.throughVersion,
        };
    }
  }
}
