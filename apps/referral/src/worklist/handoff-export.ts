import { Readable } from 'node:stream';
import type { HandoffExportQuery, HandoffSummary } from '#contracts';
import type { User } from '#platform';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { HandoffQueries } from '../handoff/handoff.queries.js';

/** More is no list for a person; the last line says that there is more. */
export const mostRows = 10_000;
const pageSize = 500;

const columns: readonly (readonly [string, (row: HandoffSummary) => string | number | null])[] = [
  ['patient', ({ patient }) => patient.name],
  ['born', ({ patient }) => patient.birthDate],
  ['record number', ({ patient }) => patient.recordNumber],
  ['role', ({ role }) => role],
  ['partner', ({ partnerId }) => partnerId],
  ['status', ({ status, contested }) => (contested ? 'contested' : status)],
  ['waiting on', ({ waitingOn }) => waitingOn],
  ['urgency', ({ urgency }) => urgency],
  ['due', ({ dueAt }) => dueAt],
  ['business days', ({ age }) => age?.businessDays ?? null],
  ['share of time used, %', ({ age }) => age?.usedPercent ?? null],
  ['works from version', ({ fromVersion }) => fromVersion],
  ['version', ({ throughVersion }) => throughVersion],
  ['blocker', ({ blocker }) => blocker?.kind ?? null],
  ['blocker, note', ({ blocker }) => blocker?.note ?? null],
  ['chase on', ({ chase }) => chase?.on ?? null],
  ['owner', ({ owner }) => owner],
  ['pool', ({ pool }) => pool],
  ['labels', ({ labels }) => labels.join('; ')],
  ['issued', ({ issuedAt }) => issuedAt],
  ['delivered', ({ deliveredAt }) => deliveredAt],
  ['opened', ({ openedAt }) => openedAt],
  ['acknowledged', ({ acknowledgedAt }) => acknowledgedAt],
  ['last activity', ({ lastActivityAt }) => lastActivityAt],
  ['about', ({ headline }) => headline],
];

/** The list as a file, row by row as it is read; what looks like a formula is not one for the program that opens it. */
@Injectable()
export class HandoffExport {
  constructor(private readonly queries: HandoffQueries) {}

  stream(query: HandoffExportQuery, user: User): Readable {
    const header = columns.map(([name]) => name);
    const text = stringify({ header: true, columns: header, escape_formulas: true, bom: true });
    const rows = Readable.from(this.rows(query, user));
    rows.on('error', (error) => text.destroy(error));
    return rows.pipe(text);
  }

  private async *rows(query: HandoffExportQuery, user: User): AsyncGenerator<(string | number | null)[]> {
    let cursor: string | undefined;
    for (let written = 0; written < mostRows; written += pageSize) {
      const page = await this.queries.list({ ...query, limit: Math.min(pageSize, mostRows - written), cursor }, user);
      for (const row of page.items) yield columns.map(([, valueOf]) => valueOf(row));
      if (page.next === null) return;
      cursor = page.next;
    }
    yield [`Only the first ${mostRows} rows: narrow the filter.`];
  }
}
