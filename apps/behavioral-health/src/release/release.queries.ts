import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, instant, type Page, type ReleaseQuery, type ReleaseSummary } from '#contracts';
import { Clock, encodeCursor, readCursor, type User } from '#platform';
import { DataSource } from 'typeorm';
import { consentStateAt } from '../consent/consent.states.js';
import { ReleaseRepository, type ReleaseWithTerms } from './release.repository.js';

@Injectable()
export class ReleaseQueries {
  constructor(
    private readonly database: DataSource,
    private readonly releases: ReleaseRepository,
    private readonly clock: Clock,
  ) {}

  /** For whoever made it. */
  async summary(releaseId: string): Promise<ReleaseSummary> {
    const release = await this.releases.find(this.database.manager, releaseId);
    if (!release) throw new DomainError('not-found', 'There is no such release.');
    return toSummary(release, this.clock.now());
  }

  /** Newest first: what is addressed to the reader, and what its own patients had released. */
  async list(reader: User, search: ReleaseQuery): Promise<Page<ReleaseSummary>> {
    const after = readCursor(search.cursor, z.tuple([instant, z.uuid()]));
    const of = reader.role === 'partner' ? { partnerId: reader.partnerId ?? '' } : 'clinic';
    const rows = await this.releases.page(of, { patient: search.patient, limit: search.limit + 1 }, after);
    const items = rows.slice(0, search.limit).map((row) => toSummary(row, this.clock.now()));
    const last = items.at(-1);
    return { items, next: rows.length > search.limit && last ? encodeCursor([last.madeAt, last.id]) : null };
  }
}

export function toSummary(release: ReleaseWithTerms, at: Date): ReleaseSummary {
  const { id, consentId, patientId, recipient, what, state, madeAt } = release;
  const isOver = state === 'made' && consentStateAt({ ...release, what: [what] }, at) !== 'granted';
  const now = isOver ? 'ended' : state;
  return { id, consentId, patientId, recipient, what, state: now, madeAt: madeAt.toISOString() };
}
