import { businessDaysAfter, sameDay } from '#clinical';
import { type Ask, type Contest, type ContestHandoff as Objection, DomainError } from '#contracts';
import { Outbox } from '#messaging';
import { toActor, type Transaction, type User } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { answerContest } from '../work-item/list-asks.js';
import { contested } from './handoff.events.js';
import { HandoffRepository, type HandoffRow } from './handoff.repository.js';

interface Contesting {
  id: string;
  objection: Objection;
  user: User;
  now: Date;
}

/** What keeps the patient from harm holds until a version says otherwise, whatever the partner objects to. */
const protective: readonly Ask['code'][] = [
  'hold-therapy',
  'obey-restriction',
  'stop-work',
  'stop-supply',
  'confirm-hold-plan',
];

/**
 * A partner answers "cannot by then" or "contraindicated", or the coordinator says so for it. The plan's author owes a version or a reply,
 * by a date (PH-14, PH-15); the partner's clocks stand still. Told as `handoff.contested`. The same objection twice is once.
 */
@Injectable()
export class ContestHandoff {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, { id, objection, user, now }: Contesting): Promise<void> {
    const handoff = await this.handoffs.lockFor(tx, id, user);
    if (isRepeated(handoff, objection)) return;
    await this.refuseUnlessOpen(tx, handoff);
    const { contest, answerBy } = await this.owe(tx, handoff, { id, objection, user, now });
    await this.handoffs.change(tx, id, { contest, contestedAt: now, answerBy });
    const text = `${words[objection.kind]}${contest.onBehalf ? ' (said for the partner)' : ''}: ${objection.reason}`;
    const line = { handoffId: id, at: now, kind: 'history', text, by: user.name, forPartner: true } as const;
    await this.handoffs.addEntries(tx, line);
    await this.outbox.append(tx, contested(handoff, contest, toActor(user), now));
  }

  private async refuseUnlessOpen(tx: Transaction, handoff: HandoffRow): Promise<void> {
    const { status } = handoff;
    if (status === 'open' && handoff.contestedAt === null) return;
    if (status === 'superseded') {
      const replacedBy = await this.handoffs.lastReplacement(tx, handoff.id);
      const says = 'What was asked has changed since: read the newer handoff.';
      throw new DomainError('superseded', says, [], { replacedBy });
    }
    const state = status === 'open' ? 'contested' : status;
    const allowed = status === 'open' ? ['acknowledgement'] : [];
    throw new DomainError('illegal-transition', `A handoff that is ${state} cannot be contested.`, [], {
      state,
      allowed,
    });
  }

  /** The physician's item and its due; the due is the rule's, and stands also where the clinic does not run that rule. */
  private async owe(
    tx: Transaction,
    handoff: HandoffRow,
    { objection, user, now }: Contesting,
  ): Promise<{ contest: Contest; answerBy: Date }> {
    const { id: handoffId, planId, patientId, partnerId, throughVersion: planVersion } = handoff;
    const calendar = await this.directory.clinicCalendar(tx);
    const partner = partnerId === null ? null : await this.directory.partner(tx, partnerId);
    const partnerName = partner?.name ?? partnerId ?? '';
    const { kind, reason, possibleFrom = null } = objection;
    const holding = kind === 'contraindicated' ? handoff.asks.filter(({ code }) => protective.includes(code)) : [];
    const inForce = [...new Set(holding.map(({ ruleId }) => ruleId))];
    const inForceWords = [...new Set(holding.map(({ code }) => code.replaceAll('-', ' ')))];
    const said = { kind, reason, possibleFrom, inForce };
    const at = { now, planVersion, calendar };
    const ask = answerContest({ ...at, handoffId, partnerName, objection: { ...said, inForceWords } });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk: 'physician', ask }]);
    const unruled = kind === 'contraindicated' ? sameDay(now, calendar) : businessDaysAfter(now, 1, calendar);
    const answerBy = ask === null ? unruled : new Date(ask.dueAt);
    const by = { by: user.name, onBehalf: user.role !== 'partner', at: now.toISOString() };
    return { contest: { ...said, ...by, answerBy: answerBy.toISOString(), answer: null }, answerBy };
  }
}

const words: Readonly<Record<Objection['kind'], string>> = {
  'cannot-by-then': 'Cannot by then',
  contraindicated: 'Contraindicated',
};

const isRepeated = ({ contest, contestedAt }: HandoffRow, objection: Objection): boolean =>
  contestedAt !== null && contest?.kind === objection.kind && contest.reason === objection.reason;
