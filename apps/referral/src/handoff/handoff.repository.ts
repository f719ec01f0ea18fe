import { randomUUID } from 'node:crypto';
import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { HandoffClocks } from '../escalation/handoff-clocks.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { reachPartner } from '../work-item/clinic-asks.js';
import { DeskWork } from '../work-item/desk-work.js';
import { Handoff } from './handoff.entity.js';

export type HandoffRow = Handoff;
export type NewHandoff = Omit<Handoff, 'supersededBy' | 'acknowledgement' | 'endedAt'>;

/** A line of a handoff's story. Lines for the clinic alone (choices, owners, notes) are not shown to the partner. */
export interface HandoffEntry {
  handoffId: string;
  at: Date;
  kind: 'history' | 'note';
  text: string;
  by: string | null;
  forPartner: boolean;
}

@Injectable()
export class HandoffRepository {
  constructor(
    private readonly plans: PlanCopyRepository,
    private readonly clocks: HandoffClocks,
    private readonly desks: DeskWork,
  ) {}

  async add(tx: Transaction, handoff: NewHandoff): Promise<void> {
    const row: Handoff = { ...handoff, supersededBy: null, acknowledgement: null, endedAt: null };
    await tx.getRepository(Handoff).insert(row as object);
    await this.clocks.start(tx, row);
  }

  /** Only the columns named are written; identity, plan and patient never change. */
  async change(
    tx: Transaction,
    id: string,
    changed: Partial<Omit<Handoff, 'id' | 'planId' | 'patientId'>>,
  ): Promise<void> {
    await tx.getRepository(Handoff).update({ id }, changed as object);
    if (changed.status !== undefined || changed.dueAt !== undefined) await this.followStatus(tx, id);
  }

  /** The clocks of a handoff go with its row; whoever writes the status cannot forget them. */
  private async followStatus(tx: Transaction, id: string): Promise<void> {
    const handoff = await this.find(tx, id);
    if (!handoff) return;
    const { status } = handoff;
    if (status === 'open' || status === 'unassigned') return this.clocks.start(tx, handoff);
    await this.clocks.stop(tx, handoff);
    // A replaced one is still unanswered: whoever phones about it goes on phoning.
    if (status === 'superseded' || handoff.memberId === null || handoff.endedAt === null) return;
    const { planId, memberId, partnerId, endedAt: now } = handoff;
    const done = { planId, outcome: 'done', now } as const;
    await this.desks.closeAboutItem(tx, { ...done, itemId: memberId, ruleIds: ['CO-03', 'PH-10'] });
    // Whoever answered was reached, by whatever way.
    if (partnerId !== null && status === 'acknowledged')
      await this.desks.closeAboutItem(tx, { ...done, itemId: partnerId, ruleIds: reachPartner });
  }

  async find(tx: Transaction, id: string): Promise<Handoff | null> {
    return tx.findOneBy(Handoff, { id });
  }

  /** As `find`, for somebody: a handoff of another organization looks like one that never existed. */
  async findFor(tx: Transaction, id: string, user: User): Promise<Handoff> {
    const handoff = await this.find(tx, id);
    const isVisible = handoff !== null && (user.role !== 'partner' || handoff.partnerId === user.partnerId);
    if (!isVisible) throw new DomainError('not-found', 'There is no such handoff.');
    return handoff;
  }

  /** As `findFor`, after everybody else who decides about this plan's handoffs is done. */
  async lockFor(tx: Transaction, id: string, user: User): Promise<Handoff> {
    const { planId } = await this.findFor(tx, id, user);
    await this.plans.lock(tx, planId);
    return this.findFor(tx, id, user);
  }

  /** Everything of the plan that still waits for somebody: open ones and unassigned roles. */
  async waitingOfPlan(tx: Transaction, planId: string): Promise<Handoff[]> {
    return tx.find(Handoff, {
      where: { planId, status: In(['open', 'unassigned']) },
      order: { issuedAt: 'ASC', id: 'ASC' },
    });
  }

  async openOfMember(tx: Transaction, memberId: string): Promise<Handoff | null> {
    return tx.findOneBy(Handoff, { memberId, status: 'open' });
  }

  /** What was withdrawn before anybody acted on it does not count. */
  async wasToldAnything(tx: Transaction, memberId: string): Promise<boolean> {
    return tx.existsBy(Handoff, { memberId, status: In(['acknowledged', 'open', 'superseded']) });
  }

  /** The end of the chain of replacements that starts at this handoff. */
  async lastReplacement(tx: Transaction, id: string): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `with recursive chain as (
         select id, superseded_by from handoff where id = $1
         union all select next.id, next.superseded_by from handoff next join chain on next.id = chain.superseded_by
       ) select id from chain where superseded_by is null`,
      [id],
    );
    return row?.id ?? id;
  }

  async addEntries(tx: Transaction, ...entries: HandoffEntry[]): Promise<void> {
    for (const entry of entries) {
      await tx.query(
        `insert into handoff_entry (id, handoff_id, at, kind, text, by_name, for_partner) values ($1, $2, $3, $4, $5, $6, $7)`,
        [randomUUID(), entry.handoffId, entry.at, entry.kind, entry.text, entry.by, entry.forPartner],
      );
    }
  }
}
