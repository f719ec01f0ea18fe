import { randomUUID } from 'node:crypto';
import { type AskAdvice as Question, DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { asService, toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { TeamCopyRepository } from '../projection/team-copy.repository.js';
import type { AdviceRow } from './advice.entity.js';
import { AdviceDesk } from './advice-desk.js';
import { asked } from './advice.events.js';
import { AdviceRepository } from './advice.repository.js';

interface Asking {
  question: Question;
  user: User;
  now: Date;
}

const invalid = (path: string, message: string): DomainError =>
  new DomainError('invalid-input', 'The question cannot be asked like this.', [{ path, message }]);

/**
 * A partner or the coordinator asks the physician, or the clinic asks a partner, about an item of the plan, without referring anybody. Told
 * as `advice.asked`; whoever owes the answer has an item (PH-32), or the coordinator one to get it (CO-22).
 */
@Injectable()
export class AskAdvice {
  constructor(
    private readonly advice: AdviceRepository,
    private readonly team: TeamCopyRepository,
    private readonly directory: DirectoryRepository,
    private readonly desk: AdviceDesk,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { question, user, now }: Asking): Promise<string> {
    const { planId, itemId = null } = question;
    const known = await this.advice.about(tx, { planId, itemId, user });
    if (!known) throw new DomainError('not-found', 'There is no such plan.');
    if (!known.hasItem) throw invalid('itemId', 'the plan holds no such item');
    const { patientId, version } = known;
    const row: AdviceRow = {
      ...{ id: randomUUID(), planId, patientId, itemId, ...(await this.parties(tx, question, user)) },
      ...{ state: 'asked', question: question.question, askedBy: user.name, askedAt: now },
      ...{ answer: null, answered: null, referralId: null },
    };
    await this.advice.add(tx, row);
    await this.outbox.append(tx, asked(row, toActor(user), now));
    await asService(tx, () => this.desk.open(tx, row, { planVersion: version, now }));
    return row.id;
  }

  private async parties(
    tx: Transaction,
    { planId, partnerId, role }: Question,
    user: User,
  ): Promise<Pick<AdviceRow, 'to' | 'partnerId' | 'role'>> {
    if (user.role === 'partner') {
      if (partnerId !== undefined || role !== undefined) throw invalid('partnerId', 'a partner asks the physician');
      const members = await this.team.ofPlan(tx, planId);
      const own = members.find((one) => one.partnerId === user.partnerId && one.status === 'active');
      return { to: 'physician', partnerId: user.partnerId, role: own?.role ?? null };
    }
    if (partnerId === undefined) {
      if (role !== undefined) throw invalid('role', 'goes with a partner');
      if (user.role === 'physician') throw invalid('partnerId', 'name the partner that is asked');
      return { to: 'physician', partnerId: null, role: null };
    }
    if (role === undefined) throw invalid('role', 'as what is the partner asked?');
    const partner = await this.directory.partner(tx, partnerId);
    if (!partner?.active) throw invalid('partnerId', 'No such partner.');
    if (!partner.roles.includes(role)) throw invalid('partnerId', `Does not take the role ${role}.`);
    return { to: 'partner', partnerId, role };
  }
}
