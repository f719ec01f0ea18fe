import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { DomainError, instant, type GlassBreak, type GlassQuery, type Page } from '#contracts';
import { Clock, encodeCursor, readCursor } from '#platform';
import { Vault } from '../vault/vault.js';
import { reviewStateAt } from './glass.states.js';

interface Row {
  id: string;
  patient_id: string;
  by_sub: string;
  by_name: string;
  emergency: boolean;
  opened_at: Date;
  closes_at: Date;
  review_due_at: Date;
  verdict: GlassBreak['review']['verdict'];
  reviewed_by: string | null;
  reviewed_at: Date | null;
  reads: number;
}

const selected = `select glass_break.*, (select count(*)::int from access_entry
    where access_entry.basis = 'glass:' || glass_break.id and access_entry.granted) as reads
  from glass_break`;

@Injectable()
export class GlassQueries {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The glass that this person broke for this patient and that is still open; one for an emergency before another. */
  async openFor(
    from: EntityManager,
    sub: string,
    patientId: string,
    at: Date,
  ): Promise<{ id: string; emergency: boolean } | null> {
    const [row] = await from.query<{ id: string; emergency: boolean }[]>(
      `select id, emergency from glass_break
        where by_sub = $1 and patient_id = $2 and opened_at <= $3 and closes_at > $3
        order by emergency desc, opened_at desc limit 1`,
      [sub, patientId, at],
    );
    return row ?? null;
  }

  async get(glassId: string): Promise<GlassBreak> {
    const [row] = await this.database.query<Row[]>(`${selected} where id = $1`, [glassId]);
    if (!row) throw new DomainError('not-found', 'There is no such record.');
    return this.show(row);
  }

  /** Newest first. */
  async list({ limit, cursor, review }: GlassQuery): Promise<Page<GlassBreak>> {
    const after = readCursor(cursor, z.tuple([instant, z.uuid()]));
    const rows = await this.database.query<Row[]>(
      `${selected}
        where ($1::timestamptz is null or (opened_at, id) < ($1, $2::uuid))
          and case $3::text when 'done' then reviewed_at is not null
                            when 'open' then reviewed_at is null and review_due_at > $4
                            when 'overdue' then reviewed_at is null and review_due_at <= $4
                            else true end
        order by opened_at desc, id desc limit $5`,
      [after?.[0] ?? null, after?.[1] ?? null, review ?? null, this.clock.now(), limit + 1],
    );
    const items = await Promise.all(rows.slice(0, limit).map((row) => this.show(row)));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.openedAt, last.id]) : null };
  }

  private async show(row: Row): Promise<GlassBreak> {
    const of = { id: row.id, patientId: row.patient_id };
    const from = this.database.manager;
    return {
      ...of,
      by: { sub: row.by_sub, name: row.by_name, role: 'physician' },
      reason: await this.vault.get(from, { ...of, what: 'glass-reason' }),
      emergency: row.emergency,
      openedAt: row.opened_at.toISOString(),
      closesAt: row.closes_at.toISOString(),
      reads: row.reads,
      review: {
        state: reviewStateAt({ reviewedAt: row.reviewed_at, reviewDueAt: row.review_due_at }, this.clock.now()),
        dueAt: row.review_due_at.toISOString(),
        verdict: row.verdict,
        note: await this.vault.find(from, { ...of, what: 'glass-review' }),
        by: row.reviewed_by,
        at: row.reviewed_at?.toISOString() ?? null,
      },
    };
  }
}
