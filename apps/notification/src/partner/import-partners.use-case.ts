import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DomainError, type Partner, type PartnerImport } from '#contracts';
import type { Transaction } from '#platform';
import { changedCells, type CsvEntry, readCsv } from './partner-csv.js';
import { PartnerRepository } from './partner.repository.js';
import { RegisterPartner } from './register-partner.use-case.js';
import { UpdatePartner } from './update-partner.use-case.js';

/** A whole directory at once: all of it, or with one fault nothing. Who does not stand in it stays as it is. */
@Injectable()
export class ImportPartners {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly registerPartner: RegisterPartner,
    private readonly updatePartner: UpdatePartner,
  ) {}

  /** Throws `invalid-input` with every fault, naming row and column. A dry run changes nothing. */
  async execute(tx: Transaction, { text, dryRun }: { text: string; dryRun: boolean }): Promise<PartnerImport> {
    const { entries, errors } = readCsv(text);
    if (errors.length > 0)
      throw new DomainError('invalid-input', `${errors.length} faults: nothing was changed.`, errors);
    const known = await this.partners.lockAll(tx);
    const result: PartnerImport = { dryRun, changes: [], added: [], changed: [], unchanged: [] };
    for (const entry of entries) {
      const before = known.get(entry.partnerId);
      const list = before === undefined ? 'added' : isSame(before, entry) ? 'unchanged' : 'changed';
      result[list].push(entry.partnerId);
      if (before !== undefined && list === 'changed') result.changes.push(...changedCells(before, entry));
      if (!dryRun && list !== 'unchanged') await this.apply(tx, before, entry);
    }
    return result;
  }

  private async apply(
    tx: Transaction,
    before: Partner | undefined,
    { phone, active, ...entry }: CsvEntry,
  ): Promise<void> {
    const { partnerId, kind, ...facts } = entry;
    const current =
      before ?? (await this.registerPartner.execute(tx, { ...entry, ...(phone === null ? {} : { phone }) }));
    if (current.kind !== kind) {
      throw new DomainError('invalid-input', 'What an organization is does not change.', [
        { path: `${partnerId}, kind`, message: `is ${current.kind}` },
      ]);
    }
    await this.updatePartner.change(tx, current, { ...facts, phone, active });
  }
}

const isSame = (before: Partner, entry: CsvEntry): boolean => {
  const { partnerId, kind, name, roles, active, calendar, capacity, phone } = before;
  const seen = { partnerId, kind, name, roles, active, calendar, phone: phone ?? null };
  // An empty cell says nothing about what is known.
  const told = { ...entry, capacity: entry.capacity ?? capacity };
  return isDeepStrictEqual({ ...seen, capacity }, { ...seen, ...told });
};
