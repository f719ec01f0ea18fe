import { momentOfShare } from '#clinical';
import type { Ask, SliceName } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { NewsCopyRepository } from '../worklist/news-copy.repository.js';
import type { ListColumns } from './list-columns.js';

interface Standing {
  planId: string;
  patientId: string;
  partnerId: string | null;
  asks: readonly Ask[];
  issuedAt: Date;
  dueAt: Date;
  contestedAt: Date | null;
  answerBy: Date | null;
}

type Followed = Pick<ListColumns, 'halfAt' | 'lateAt' | 'awaitingAuthorization' | 'awaitingConsent'>;

const behavioral: readonly SliceName[] = ['behavioral-request', 'behavioral-status'];

/** Columns of a waiting row that follow from the rest of it and from the news: written with it, so that lists need not compute them. */
@Injectable()
export class HandoffStanding {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly news: NewsCopyRepository,
  ) {}

  async of(tx: Transaction, row: Standing): Promise<Followed> {
    const isContested = row.contestedAt !== null && row.answerBy !== null;
    const span = isContested
      ? { from: row.contestedAt ?? row.issuedAt, due: row.answerBy ?? row.dueAt }
      : { from: row.issuedAt, due: row.dueAt };
    const partner = isContested || row.partnerId === null ? null : await this.directory.partner(tx, row.partnerId);
    const calendar = partner?.calendar ?? (await this.directory.clinicCalendar(tx));
    return {
      halfAt: momentOfShare(span, 0.5, calendar),
      lateAt: momentOfShare(span, 1.5, calendar),
      ...(await this.heldUp(tx, row)),
    };
  }

  /** Only what is asked about the very item waits for the payer; only what tells of behavioral health waits for a consent. */
  async heldUp(tx: Transaction, row: Standing): Promise<Omit<Followed, 'halfAt' | 'lateAt'>> {
    const authorizations = await this.news.authorizations(tx, row.planId);
    const tellsOfIt = row.asks.some(({ slice }) => slice.some((name) => behavioral.includes(name)));
    return {
      awaitingAuthorization: row.asks.some(({ itemId }) => itemId !== null && authorizations.get(itemId) === 'waiting'),
      awaitingConsent:
        tellsOfIt && row.partnerId !== null && (await this.news.isConsentMissing(tx, row.patientId, row.partnerId)),
    };
  }
}
