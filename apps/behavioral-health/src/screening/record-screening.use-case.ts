import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { behavioralSafetyRaised, DomainError, type RecordScreening as Recorded } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { ScreeningRepository } from './screening.repository.js';
import { scoreScreening } from './score-screening.js';

interface Command extends Recorded {
  patientId: string;
  planId: string;
  partnerId: string;
  user: User;
}

/**
 * A questionnaire as the patient answered it. It stays here. Only when the safety item is positive something leaves at once:
 * `behavioral-health.safety-raised`, which says that, and nothing of what was answered.
 */
@Injectable()
export class RecordScreening {
  constructor(
    private readonly screenings: ScreeningRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: Command): Promise<{ id: string }> {
    const { patientId, planId, partnerId, instrument, answers, withPlan, comment, user } = command;
    const now = this.clock.now();
    const takenAt = new Date(command.takenAt ?? now);
    if (takenAt > now) {
      const errors = [{ path: 'takenAt', message: 'must not be in the future' }];
      throw new DomainError('invalid-input', 'A questionnaire lies in the past.', errors);
    }
    const score = scoreScreening(instrument, answers);
    const id = randomUUID();
    const head = { id, patientId, instrument, takenAt, recordedAt: now, recordedBy: user.name, partnerId };
    await this.screenings.add(tx, head, { ...score, answers, withPlan, comment: comment ?? null });
    if (score.isSafetyPositive) {
      await this.outbox.append(
        tx,
        behavioralSafetyRaised.of({
          subject: patientId,
          time: now,
          data: { patientId, planId, withPlan, raisedAt: now.toISOString(), by: toActor(user) },
        }),
      );
    }
    return { id };
  }
}
