import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, type HistoryPacketAnswer, type Page, type Patient } from '#contracts';
import { encodeCursor, readCursor } from '#platform';
import { HistoryPacketRow } from './history-packet.entity.js';
import { packetCompleteness } from './packet-completeness.js';

interface Row {
  id: string;
  record_number: string;
  given_name: string;
  family_name: string;
  birth_date: string;
  contact_language: string;
  registered_at: Date;
  plan_id: string | null;
}

const columns = `patient.id, record_number, given_name, family_name, birth_date::text, contact_language, registered_at, plan.id as plan_id
  from patient left join plan on plan.patient_id = patient.id`;

@Injectable()
export class PatientQueries {
  constructor(private readonly database: DataSource) {}

  async get(patientId: string): Promise<Patient> {
    const [row] = await this.database.query<Row[]>(`select ${columns} where patient.id = $1`, [patientId]);
    if (!row) throw new DomainError('not-found', 'There is no such patient.');
    return toPatient(row);
  }

  /** By name. `query` matches a part of the record number or, word by word, of the name. */
  async list(search: {
    query?: string | undefined;
    limit: number;
    cursor?: string | undefined;
  }): Promise<Page<Patient>> {
    const after = readCursor(search.cursor, z.tuple([z.string(), z.string(), z.uuid()]));
    const words = (search.query ?? '')
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(containing);
    const rows = await this.database.query<Row[]>(
      `select ${columns}
        where (record_number ilike all ($1::text[]) or (given_name || ' ' || family_name) ilike all ($1::text[]))
          and ($2::text is null or (lower(family_name), lower(given_name), patient.id) > (lower($2::text), lower($3::text), $4::uuid))
        order by lower(family_name), lower(given_name), patient.id limit $5`,
      [words, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, search.limit + 1],
    );
    const items = rows.slice(0, search.limit);
    const last = items.at(-1);
    return {
      items: items.map(toPatient),
      next: rows.length > search.limit && last ? encodeCursor([last.family_name, last.given_name, last.id]) : null,
    };
  }

  async historyPacket(patientId: string): Promise<HistoryPacketAnswer> {
    const row = await this.database.manager.findOneBy(HistoryPacketRow, { patientId });
    if (!row) throw new DomainError('not-found', 'There is no history packet for this patient.');
    // What counts as complete may have grown since it was written.
    const completeness = packetCompleteness(row.packet);
    const missing = completeness.missing.map(({ part }) => part);
    return { patientId, packet: row.packet, missing, completeness, recordedAt: row.recordedAt.toISOString() };
  }
}

/** A LIKE pattern in which the reader's own % and _ mean themselves. */
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

const toPatient = (row: Row): Patient => ({
  id: row.id,
  recordNumber: row.record_number,
  name: { given: row.given_name, family: row.family_name },
  birthDate: row.birth_date,
  contactLanguage: row.contact_language,
  registeredAt: row.registered_at.toISOString(),
  planId: row.plan_id,
});
