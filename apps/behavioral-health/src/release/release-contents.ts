import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { releaseContent, type BehavioralEpisode, type ConsentPart, type ReleaseContent } from '#contracts';
import type { Transaction } from '#platform';
import { NoteRepository } from '../note/note.repository.js';
import { ScreeningQueries } from '../screening/screening.queries.js';
import { ScreeningRepository } from '../screening/screening.repository.js';
import { Vault } from '../vault/vault.js';
import { statusInWords } from './status-in-words.js';

interface Wanted {
  id: string;
  patientId: string;
  what: ConsentPart;
  isForClinic: boolean;
}

const nothing: ReleaseContent = { status: [], trends: [], scores: [], records: [] };

/** What a release shows is what there was when it was made: what is written later is not released by it. */
@Injectable()
export class ReleaseContents {
  constructor(
    private readonly notes: NoteRepository,
    private readonly screenings: ScreeningRepository,
    private readonly screeningQueries: ScreeningQueries,
    private readonly vault: Vault,
  ) {}

  async keep(tx: Transaction, wanted: Wanted): Promise<void> {
    const { id, patientId } = wanted;
    await this.vault.put(tx, { id, patientId, what: 'release' }, JSON.stringify(await this.gather(tx, wanted)));
  }

  async read(from: EntityManager, { id, patientId }: { id: string; patientId: string }): Promise<ReleaseContent> {
    return releaseContent.parse(JSON.parse(await this.vault.get(from, { id, patientId, what: 'release' })));
  }

  private async gather(tx: Transaction, { patientId, what, isForClinic }: Wanted): Promise<ReleaseContent> {
    switch (what) {
      case 'status':
        return { ...nothing, status: await this.status(tx, patientId) };
      case 'scores':
        return {
          ...nothing,
          trends: await this.screeningQueries.trendsOf(tx, patientId),
          scores: isForClinic ? await this.scores(tx, patientId) : [],
        };
      case 'part2':
        return { ...nothing, records: await this.notes.part2Records(tx, patientId) };
    }
  }

  private async status(tx: Transaction, patientId: string): Promise<string[]> {
    const episodes = await tx.query<Pick<BehavioralEpisode, 'kind' | 'state' | 'clearance'>[]>(
      `select kind, state, clearance from episode where patient_id = $1 order by requested_at, id`,
      [patientId],
    );
    return [...new Set(episodes.map(statusInWords))];
  }

  private async scores(tx: Transaction, patientId: string): Promise<ReleaseContent['scores']> {
    const series = await this.screenings.series(tx, patientId);
    return [...series.values()].flat().map(({ instrument, takenAt, score, severity }) => ({
      instrument,
      takenAt: takenAt.toISOString(),
      score,
      severity,
    }));
  }
}
