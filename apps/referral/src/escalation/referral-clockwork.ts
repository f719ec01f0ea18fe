import { isEndedReferral, type ReferralClock, referralClocks, referralServiceLevels } from '#clinical';
import type { BusinessCalendar } from '#contracts';
import type { Transaction } from '#platform';
import { Timers } from '#timers';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import type { ReferralPatch, ReferralRow } from '../referral/referral.repository.js';
import { ServiceLevelRepository } from './service-level.repository.js';

export const referralTimer = 'referral.rung';

export interface RungData {
  id: string;
  clock: string;
  rung: number;
}

const keyOf = (id: string, clock: string, rung: number): string => `referral:${id}:${clock}:${rung}`;

const everyKey = (id: string): string[] =>
  referralServiceLevels.clocks.flatMap(({ id: clock, ladder }) => ladder.map((_, rung) => keyOf(id, clock, rung)));

const isOver = ({ followedById, state, confirmed }: ReferralRow): boolean =>
  followedById !== null || (state === 'failed' && confirmed !== null);

/**
 * The clocks of a referral follow its state. What they are is data (`libs/clinical/service-levels`); here they become timers, one per rung
 * of the ladder of each clock that runs, and what is due next is written beside the state.
 */
@Injectable()
export class ReferralClockwork {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly levels: ServiceLevelRepository,
    private readonly timers: Timers,
  ) {}

  /** Sets the timers of the present state, cancels all others, and returns what the row says about it. */
  async follow(tx: Transaction, referral: ReferralRow): Promise<ReferralPatch> {
    const calendars = await this.calendarsOf(tx, referral.partnerId);
    const agreed = await this.levels.agreed(tx, referral.partnerId);
    const isSettled = isOver(referral) || (await this.restsWithPlan(tx, referral));
    const clocks = referralClocks({ ...referral, isSettled }, calendars, {
      agreed,
      ...(referral.answerDueAt ? { noSooner: { answer: referral.answerDueAt } } : {}),
    });
    await this.setTimers(tx, referral, clocks);
    const [next] = clocks;
    const answer = clocks.find(({ level }) => level.id === 'answer');
    const answerDueAt = answer?.dueAt ?? referral.answerDueAt;
    if (!next) return { clock: null, dueAt: null, dueZone: null, dueCalendar: null, answerDueAt };
    const calendar = calendars[next.level.in];
    const dueCalendar = next.level.in === 'partner' ? referral.partnerId : await this.directory.clinicId(tx);
    return { clock: next.level.id, dueAt: next.dueAt, dueZone: calendar.timeZone, dueCalendar, answerDueAt };
  }

  /** Nobody is chased for a plan that has ended; only how it ended is still to be read. */
  private async restsWithPlan(tx: Transaction, { planId, state }: ReferralRow): Promise<boolean> {
    if (isEndedReferral(state)) return false;
    const [newest] = await tx.query<{ status: string }[]>(
      `select document ->> 'status' as status from plan_version_copy where plan_id = $1 order by version desc limit 1`,
      [planId],
    );
    return newest?.status === 'revoked' || newest?.status === 'completed';
  }

  /** A moment that has passed already is now: nothing that is owed falls away because the news of it came late. */
  private async setTimers(tx: Transaction, referral: ReferralRow, clocks: readonly ReferralClock[]): Promise<void> {
    const { id, planId, patientId: subject } = referral;
    const wanted = clocks.flatMap(({ level, rungs }) =>
      rungs.map(({ at: dueAt }, rung) => {
        const data: RungData = { id, clock: level.id, rung };
        return { key: keyOf(id, level.id, rung), kind: referralTimer, subject, planId, dueAt, data: { ...data } };
      }),
    );
    const kept = new Set(wanted.map(({ key }) => key));
    await this.timers.cancel(tx, ...everyKey(id).filter((key) => !kept.has(key)));
    await this.timers.set(tx, ...wanted);
  }

  async calendarsOf(
    tx: Transaction,
    partnerId: string,
  ): Promise<{ clinic: BusinessCalendar; partner: BusinessCalendar }> {
    const clinic = await this.directory.clinicCalendar(tx);
    const partner = await this.directory.partner(tx, partnerId);
    return { clinic, partner: partner?.calendar ?? this.directory.defaultCalendar() };
  }
}
