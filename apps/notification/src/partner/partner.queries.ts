import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, type Page, type Partner, type PartnerQuery } from '#contracts';
import { encodeCursor, type Transaction, type User, readCursor } from '#platform';
import { partnerOf } from './partner-snapshot.js';

interface Row extends Omit<Partner, 'partnerId' | 'capacity' | 'absences' | 'phone'> {
  partner_id: string;
  capacity: Partner['capacity'] | null;
  absences: Partner['absences'] | null;
  phone: string | null;
  sort_name: string;
}

const columns =
  'partner_id, kind, name, roles, calendar, active, capacity, absences, phone, people, preferences, revision, lower(name) as sort_name';

/** A partner organization sees its own entry, whatever it asks for; people of the clinic see the whole directory. */
const ownEntryOf = (reader: User): string | null => (reader.role === 'partner' ? (reader.partnerId ?? '') : null);

@Injectable()
export class PartnerQueries {
  constructor(private readonly database: DataSource) {}

  async get(reader: User, partnerId: string, from: Transaction = this.database.manager): Promise<Partner> {
    const [row] = await from.query<Row[]>(
      `select ${columns} from partner where partner_id = $1 and ($2::text is null or partner_id = $2)`,
      [partnerId, ownEntryOf(reader)],
    );
    if (!row) throw new DomainError('not-found', 'There is no such partner.');
    return toPartner(row);
  }

  /** By name. `query` matches a part of the name or the id. */
  async list(reader: User, search: PartnerQuery): Promise<Page<Partner>> {
    const after = readCursor(search.cursor, z.tuple([z.string(), z.string()]));
    const rows = await this.database.query<Row[]>(
      `select ${columns} from partner
        where ($1::text is null or partner_id = $1)
          and ($2::text is null or roles ? $2)
          and ($3::text is null or name ilike $3 or partner_id ilike $3)
          and ($4::text is null or (lower(name), partner_id) > ($4, $5::text))
        order by lower(name), partner_id limit $6`,
      [
        ownEntryOf(reader),
        search.role ?? null,
        search.query ? containing(search.query) : null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit + 1,
      ],
    );
    const shown = rows.slice(0, search.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toPartner),
      next: rows.length > search.limit && last ? encodeCursor([last.sort_name, last.partner_id]) : null,
    };
  }
}

/** A LIKE pattern in which the reader's own % and _ mean themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const toPartner = ({ partner_id, sort_name: _, ...facts }: Row): Partner =>
  partnerOf({ partnerId: partner_id, ...facts });
