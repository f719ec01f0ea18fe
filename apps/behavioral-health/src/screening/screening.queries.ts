import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  DomainError,
  instant,
  type Page,
  type Screening,
  type ScreeningQuery,
  type ScreeningTrend,
  type ScreeningTrends,
} from '#contracts';
import { encodeCursor, readCursor, type Transaction, type User } from '#platform';
import { AccessLog } from '../access/access-log.repository.js';
import { mayRead } from '../access/may-read.js';
import { StandingQueries } from '../access/standing.queries.js';
import { ScreeningRepository, type StoredScreening } from './screening.repository.js';
import { trendOf } from './score-screening.js';

/** Every read is recorded in the transaction that reads. */
@Injectable()
export class ScreeningQueries {
  constructor(
    private readonly screenings: ScreeningRepository,
    private readonly standings: StandingQueries,
    private readonly access: AccessLog,
  ) {}

  async get(tx: Transaction, reader: User, screeningId: string): Promise<Screening> {
    const head = await this.screenings.head(tx, screeningId);
    const standing = head && (await this.standings.of(tx, reader, head.patientId));
    const basis = standing && mayRead('score', standing);
    if (!head || !basis) throw new DomainError('not-found', 'There is no such screening.');
    // The wider door is named: who broke the glass reads the answers under it, consent to the score or not.
    const whole = mayRead('answers', standing);
    const { patientId } = head;
    await this.access.record(tx, reader, { patientId, what: 'screening', recordId: head.id, basis: whole ?? basis });
    return toScreening(await this.screenings.open(tx, head), whole !== null);
  }

  /** Newest first, scores without answers. */
  async list(tx: Transaction, reader: User, search: ScreeningQuery & { patientId: string }): Promise<Page<Screening>> {
    await this.requireScores(tx, reader, search.patientId);
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const found = await this.screenings.page(tx, { ...search, limit: search.limit + 1 }, after);
    const items = found.slice(0, search.limit).map((one) => toScreening(one, false));
    const last = items.at(-1);
    return { items, next: found.length > search.limit && last ? encodeCursor([last.takenAt, last.id]) : null };
  }

  async trends(tx: Transaction, reader: User, patientId: string): Promise<ScreeningTrends> {
    await this.requireScores(tx, reader, patientId);
    return { items: await this.trendsOf(tx, patientId) };
  }

  /** For a release, whose right to it is checked elsewhere. */
  async trendsOf(tx: Transaction, patientId: string): Promise<ScreeningTrend[]> {
    const series = await this.screenings.series(tx, patientId);
    return [...series].map(([instrument, all]) => ({
      instrument,
      trend: trendOf(
        instrument,
        all.map(({ score }) => score),
      ),
      latestAt: (all.at(-1)?.takenAt ?? new Date(0)).toISOString(),
    }));
  }

  /** A physician learns what is missing; that there is anything to read, he does not. */
  private async requireScores(tx: Transaction, reader: User, patientId: string): Promise<void> {
    const basis = mayRead('score', await this.standings.of(tx, reader, patientId));
    if (basis) return this.access.record(tx, reader, { patientId, what: 'screenings', recordId: null, basis });
    if (reader.role === 'physician' && (await this.standings.planOf(tx, patientId)) !== null) {
      throw new DomainError('forbidden', 'Scores need the patient’s consent, or a reason to break the glass.');
    }
    throw new DomainError('not-found', 'There is no such patient.');
  }
}

const whileUrgent = [
  'Do not leave the patient alone.',
  'Connect with the crisis line 988; with a plan call 911.',
  'The pain clinic has been told that it is urgent, and nothing of the answers.',
];

const toScreening = (stored: StoredScreening, isWhole: boolean): Screening => ({
  id: stored.id,
  patientId: stored.patientId,
  instrument: stored.instrument,
  takenAt: stored.takenAt.toISOString(),
  recordedAt: stored.recordedAt.toISOString(),
  recordedBy: stored.recordedBy,
  score: stored.score,
  severity: stored.severity,
  urgent: isWhole ? (stored.isSafetyPositive ? whileUrgent : []) : null,
  answers: isWhole ? stored.answers : null,
  comment: isWhole ? stored.comment : null,
});
