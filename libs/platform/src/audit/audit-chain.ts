import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { retentionFloorYears } from '../config/settings.js';
import { auditColumns, type AuditRow, genesis, sealHash, sealTime } from './audit-record.js';

const chunk = 1000;
/** Sealing takes a second; what waits longer than this was taken out of the queue, or nobody seals. */
const longestWait = '1 minute';

export interface ChainHead {
  number: number;
  hash: string;
}

export interface ChainReport {
  sealed: number;
  /** Of these, the entries that are past the retention, exported, and gone. */
  expired: number;
  /** Entries that wait for their seal for longer than a minute. */
  overdue: number;
  /** Null: nothing was ever sealed. */
  head: ChainHead | null;
  /** The first entry that is not what was sealed, and why; null: none. */
  broken: { number: number; entryId: string; why: string } | null;
}

export interface SealedRow {
  number: number;
  sealedAt: string;
  hash: string;
  entryId: string;
  /** Older than the floor of the retention. */
  isPastFloor: boolean;
  /** Null: the entry is not there any more. */
  row: AuditRow | null;
}

type Seal = Record<'number' | 'hash' | 'sealedAt' | 'entryId', string> & { isPastFloor: boolean };

/** Reads the chain again from its beginning, with the entries as they stand now. */
@Injectable()
export class AuditChain {
  constructor(private readonly dataSource: DataSource) {}

  /** `earlier`: a head that was noted before; it must still be part of the chain, so that nothing was cut off at the end. */
  async verify(earlier: ChainHead | null): Promise<ChainReport> {
    const exported = await this.exportedUpTo();
    const state = { sealed: 0, expired: 0, head: null as ChainHead | null, sealedAt: '' };
    let broken: ChainReport['broken'] = null;
    let isEarlierThere = earlier === null;
    for await (const seal of this.seals()) {
      const why = fault(seal, { ...state, exported });
      if (why !== null) {
        broken = { number: seal.number, entryId: seal.entryId, why };
        break;
      }
      state.sealed += 1;
      if (seal.row === null) state.expired += 1;
      if (seal.number === earlier?.number) isEarlierThere = seal.hash === earlier.hash;
      state.head = { number: seal.number, hash: seal.hash };
      state.sealedAt = seal.sealedAt;
    }
    if (broken === null && earlier !== null && !isEarlierThere)
      broken = { number: earlier.number, entryId: '', why: 'the chain does not hold the head that was noted earlier' };
    const { sealed, expired, head } = state;
    return { sealed, expired, head, broken, overdue: await this.overdue() };
  }

  /** The chain after a number, in order. */
  async page(after: number, limit: number): Promise<SealedRow[]> {
    const rows = await this.dataSource.query<(AuditRow & Seal)[]>(
      `select s.number, s.hash, ${sealTime} as "sealedAt", s.entry_id as "entryId",
              s.sealed_at < now() - interval '${retentionFloorYears} years' as "isPastFloor", ${auditColumns}
         from audit_seal s left join audit_entry e on e.id = s.entry_id
        where s.number > $1 order by s.number limit $2`,
      [after, limit],
    );
    return rows.map(({ number, hash, sealedAt, entryId, isPastFloor, ...row }) => ({
      number: Number(number),
      hash,
      sealedAt,
      entryId,
      isPastFloor,
      row: row.id === null ? null : row,
    }));
  }

  /** Notes that everything up to a seal is in a safe place. Returns false when there is no such seal. */
  async noteExport(head: ChainHead, by: string): Promise<boolean> {
    const noted = await this.dataSource.query<unknown[]>(
      `insert into audit_export (up_to, hash, exported_at, exported_by)
       select number, hash, now(), $3 from audit_seal where number = $1 and hash = $2
       on conflict (up_to) do nothing returning 1`,
      [head.number, head.hash, by],
    );
    return noted.length > 0 || (await this.exportedUpTo()) >= head.number;
  }

  private async *seals(): AsyncGenerator<SealedRow> {
    for (let after = 0; ;) {
      const page = await this.page(after, chunk);
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < chunk) return;
      after = last.number;
    }
  }

  private async exportedUpTo(): Promise<number> {
    const [row] = await this.dataSource.query<{ upTo: string | null }[]>(
      `select max(up_to) as "upTo" from audit_export where exported_at <= now()`,
    );
    return Number(row?.upTo ?? 0);
  }

  /** Counted against the seals, not the queue: taking a line out of the queue hides nothing. */
  private async overdue(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: string }[]>(
      `select count(*) from audit_entry e where e.recorded_at < now() - interval '${longestWait}'
          and not exists (select from audit_seal s where s.entry_id = e.id)`,
    );
    return Number(row?.count ?? 0);
  }
}

function fault(
  seal: SealedRow,
  { head, sealedAt, exported }: { head: ChainHead | null; sealedAt: string; exported: number },
): string | null {
  if (seal.number !== (head?.number ?? 0) + 1) return `seal ${(head?.number ?? 0) + 1} is missing`;
  if (seal.sealedAt < sealedAt) return 'it was sealed before the one before it';
  if (seal.row === null) {
    return seal.isPastFloor && seal.number <= exported ? null : 'the entry was deleted';
  }
  const expected = sealHash(head?.hash ?? genesis, seal, seal.row);
  return expected === seal.hash ? null : 'the entry, or one before it, was changed';
}
