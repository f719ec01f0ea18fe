import { randomUUID } from 'node:crypto';
import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { HandoffClocks } from '../escalation/handoff-clocks.js';
import { PlanCopyRepository } from '../projection/plan-copy.repository.js';
import { reachPartner } from '../work-item/clinic-asks.js';
import { DeskWork } from '../work-item/desk-work.js';
import { ListClocks } from '../worklist/list-clocks.js';
import { HandoffStanding } from './handoff-standing.js';
import { Handoff } from './handoff.entity.js';
import { type ListColumns, type Marks, noMarks } from './list-columns.js';

export type HandoffRow = Handoff;
export type NewHandoff = Omit<Handoff, 'supersededBy' | 'acknowledgement' | 'endedAt' | keyof ListColumns> &
  Partial<Marks>;

/** Changing one of these moves a clock, or what the row waits for. */
const moving = ['status', 'dueAt', 'asks', 'contestedAt'] as const;
const waking = ['asleep', 'chaseOn'] as const;

/** What a contest is answered through; what is missing from a packet. */
const ofThisHandoff = ['PH-14', 'PH-15', 'CO-20', 'CO-21'];

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
    private readonly standing: HandoffStanding,
    private readonly listClocks: ListClocks,
  ) {}

  async add(tx: Transaction, handoff: NewHandoff): Promise<void> {
    const unheard = { contestedAt: null, answerBy: null, contest: null };
    const followed = await this.standing.of(tx, { ...handoff, ...unheard });
    const row = { ...noMarks, ...handoff, ...unheard, ...followed, asleep: false, lastActivityAt: handoff.issuedAt };
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
    if (moving.some((column) => changed[column] !== undefined)) return this.follow(tx, id);
    if (waking.every((column) => changed[column] === undefined)) return;
    const handoff = await this.find(tx, id);
    if (handoff) await this.listClocks.follow(tx, handoff);
  }

  /** The clocks of a handoff go with its row; whoever writes the row cannot forget them. */
  private async follow(tx: Transaction, id: string): Promise<void> {
    const handoff = await this.find(tx, id);
    if (!handoff) return;
    const { status, planId } = handoff;
    await this.listClocks.follow(tx, handoff);
    if (status === 'open' || status === 'unassigned') {
      // The partner has answered: while its objection is not, nobody reminds it.
      if (handoff.contestedAt === null) await this.clocks.start(tx, handoff);
      else await this.clocks.stop(tx, handoff);
      await tx.getRepository(Handoff).update({ id }, await this.standing.of(tx, handoff));
      return;
    }
    await this.clocks.stop(tx, handoff);
    const { endedAt } = handoff;
    if (endedAt === null) return;
    if (handoff.contestedAt !== null) {
      await tx.getRepository(Handoff).update({ id }, { contestedAt: null, answerBy: null });
    }
    const own = { planId, itemId: id, ruleIds: ofThisHandoff, now: endedAt };
    await this.desks.closeAboutItem(tx, { ...own, outcome: 'no-longer-needed' });
    // A replaced one is still unanswered: whoever phones about it goes on phoning.
    if (status === 'superseded' || handoff.memberId === null) return;
    const done = { planId, outcome: 'done', now: endedAt } as const;
    const { memberId, partnerId } = handoff;
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
    // Who came by a link sees the one handoff that it leads to.
    const isOfGuest = !user.guest || user.guest.handoffId === id;
    if (!isVisible || !isOfGuest) throw new DomainError('not-found', 'There is no such handoff.');
    return handoff;
  }

  /** As `findFor`, after everybody else who decides about this plan's handoffs is done. */
  async lockFor(tx: Transaction, id: string, user: User): Promise<Handoff> {
    const { planId } = await this.findFor(tx, id, user);
    await this.plans.lock(tx, planId);
    return this.findFor(tx, id, user);
  }

  /** Several at once, of whatever plans, after everybody else who decides about these plans is done; in one order, so that nobody waits in a ring. */
  async lockMany(tx: Transaction, ids: readonly string[]): Promise<Map<string, Handoff>> {
    await this.plans.lockOfHandoffs(tx, ids);
    const rows = await tx.findBy(Handoff, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Everything of the plan that still waits for somebody: open ones and unassigned roles. */
  async waitingOfPlan(tx: Transaction, planId: string): Promise<Handoff[]> {
    return tx.find(Handoff, {
      where: { planId, status: In(['open', 'unassigned']) },
      order: { issuedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Open ones and vacancies of a patient, whatever the plan. */
  async waitingOfPatient(tx: Transaction, patientId: string): Promise<Handoff[]> {
    return tx.find(Handoff, { where: { patientId, status: In(['open', 'unassigned']) }, order: { id: 'ASC' } });
  }

  /** What the news says about a row; written only where it differs. Returns whether it did. */
  async reconsider(tx: Transaction, handoff: Handoff): Promise<boolean> {
    const heldUp = await this.standing.heldUp(tx, handoff);
    const { awaitingAuthorization, awaitingConsent } = handoff;
    if (heldUp.awaitingAuthorization === awaitingAuthorization && heldUp.awaitingConsent === awaitingConsent)
      return false;
    await tx.getRepository(Handoff).update({ id: handoff.id }, heldUp);
    return true;
  }

  /** The first time only. Returns whether this was it. */
  async markOpened(tx: Transaction, id: string, at: Date): Promise<boolean> {
    const rows = await tx.query<[unknown[], number]>(
      `update handoff set opened_at = $2, undeliverable_at = null where id = $1 and opened_at is null and status = 'open' returning id`,
      [id, at],
    );
    return rows[1] > 0;
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

  /** In the order in which they are given. */
  async addEntries(tx: Transaction, ...entries: HandoffEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const rows = JSON.stringify(entries.map((entry) => ({ id: randomUUID(), ...entry })));
    await tx.query(
      `insert into handoff_entry (id, handoff_id, at, kind, text, by_name, for_partner)
       select (line ->> 'id')::uuid, (line ->> 'handoffId')::uuid, (line ->> 'at')::timestamptz, line ->> 'kind', line ->> 'text',
              line ->> 'by', (line ->> 'forPartner')::boolean
         from jsonb_array_elements($1::jsonb) with ordinality as given (line, position) order by position`,
      [rows],
    );
    await tx.query(
      `update handoff h set last_activity_at = greatest(h.last_activity_at, line.at)
         from (select (line ->> 'handoffId')::uuid as handoff_id, max((line ->> 'at')::timestamptz) as at
                 from jsonb_array_elements($1::jsonb) line group by 1) line
        where h.id = line.handoff_id`,
      [rows],
    );
  }
}
