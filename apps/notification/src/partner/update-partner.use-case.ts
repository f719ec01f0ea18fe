import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DomainError, type Partner, type UpdatePartner as Changes } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction, type User } from '#platform';
import { requireAbsencesInOrder } from './absences.js';
import { requireOpeningHours } from './opening-hours.js';
import { snapshotOf } from './partner-snapshot.js';
import { partnerSnapshotEvent } from './partner.events.js';
import { PartnerRepository } from './partner.repository.js';

/** What an organization says about itself; its name, its roles and whether it takes part are the clinic's decision. */
const ownWords: readonly (keyof Changes)[] = ['calendar', 'capacity', 'absences', 'phone', 'people', 'preferences'];

/**
 * An entry of the directory changes. When what the other services know of it changed too, the revision grows and `partner.updated`
 * follows with the whole snapshot; a change that changes nothing is told to nobody.
 */
@Injectable()
export class UpdatePartner {
  constructor(
    private readonly partners: PartnerRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    { partnerId, changes, user }: { partnerId: string; changes: Changes; user: User },
  ): Promise<Partner> {
    requireSayInIt(user, partnerId, changes);
    return this.change(tx, await this.partners.lock(tx, partnerId), changes);
  }

  /** For an entry whose lock the caller holds. */
  async change(tx: Transaction, current: Partner, changes: Changes): Promise<Partner> {
    const wanted = changed(current, changes);
    requireOpeningHours(wanted.calendar);
    requireAbsencesInOrder(wanted.absences);
    if (isDeepStrictEqual(wanted, current)) return current;
    const now = this.clock.now();
    const isNews = !isDeepStrictEqual(snapshotOf(wanted), snapshotOf(current));
    const updated = { ...wanted, revision: current.revision + (isNews ? 1 : 0) };
    await this.partners.save(tx, updated, now);
    if (isNews) await this.outbox.append(tx, partnerSnapshotEvent(snapshotOf(updated), now, now));
    return updated;
  }
}

function requireSayInIt(user: User, partnerId: string, changes: Changes): void {
  if (user.role !== 'partner') return;
  if (user.partnerId !== partnerId) throw new DomainError('not-found', 'There is no such partner.');
  const foreign = (Object.keys(changes) as (keyof Changes)[]).filter((field) => !ownWords.includes(field));
  if (foreign.length === 0) return;
  const errors = foreign.map((path) => ({ path, message: 'is decided by the clinic' }));
  throw new DomainError('forbidden', `A partner may change: ${ownWords.join(', ')}.`, errors);
}

function changed(current: Partner, { phone, absences, ...changes }: Changes): Partner {
  const { phone: phoneBefore, absences: absencesBefore, ...rest } = current;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const nextPhone = phone === undefined ? phoneBefore : phone;
  const nextAbsences = absences ?? absencesBefore;
  return {
    ...rest,
    ...given,
    ...(nextAbsences && nextAbsences.length > 0 ? { absences: nextAbsences } : {}),
    ...(nextPhone ? { phone: nextPhone } : {}),
  };
}
