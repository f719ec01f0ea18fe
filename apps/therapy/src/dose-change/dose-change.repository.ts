import { Injectable } from '@nestjs/common';
import type { Actor, Rehab } from '#contracts';
import type { Transaction } from '#platform';

export interface DoseChangeRow {
  id: string;
  episode_id: string;
  plan_id: string;
  patient_id: string;
  discipline: Rehab['discipline'];
  rehab_item_id: string;
  partner_id: string;
  proposal: string;
  reason: string;
  state: 'open' | 'answered' | 'course-ended';
  requested_at: Date;
  requested_by: Actor;
  answered_version: number | null;
  reply: string | null;
  answered_at: Date | null;
  answered_by: Actor | null;
}

export interface Answer {
  byVersion: number | null;
  reply: string | null;
  at: Date;
  by: Actor | null;
}

export const doseChangeRows = `select change.*, episode.plan_id, episode.patient_id, episode.discipline,
    episode.rehab_item_id
  from dose_change change join episode on episode.id = change.episode_id`;

@Injectable()
export class DoseChangeRepository {
  async openOf(tx: Transaction, episodeId: string): Promise<DoseChangeRow | null> {
    const [row] = await tx.query<DoseChangeRow[]>(
      `${doseChangeRows} where change.episode_id = $1 and change.state = 'open' for update of change`,
      [episodeId],
    );
    return row ?? null;
  }

  async find(tx: Transaction, id: string): Promise<DoseChangeRow | null> {
    const [row] = await tx.query<DoseChangeRow[]>(`${doseChangeRows} where change.id = $1`, [id]);
    return row ?? null;
  }

  async add(tx: Transaction, change: DoseChangeRow): Promise<void> {
    const { id, episode_id, partner_id, proposal, reason, requested_at, requested_by } = change;
    await tx.query(
      `insert into dose_change (id, episode_id, partner_id, proposal, reason, state, requested_at, requested_by)
       values ($1, $2, $3, $4, $5, 'open', $6, $7)`,
      [id, episode_id, partner_id, proposal, reason, requested_at, JSON.stringify(requested_by)],
    );
  }

  async close(tx: Transaction, id: string, state: 'answered' | 'course-ended', answer: Answer): Promise<void> {
    await tx.query(
      `update dose_change set state = $2, answered_version = $3, reply = $4, answered_at = $5, answered_by = $6
        where id = $1`,
      [id, state, answer.byVersion, answer.reply, answer.at, answer.by ? JSON.stringify(answer.by) : null],
    );
  }
}
