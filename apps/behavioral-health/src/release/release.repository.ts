import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConsentPart } from '#contracts';
import type { Transaction } from '#platform';
import type { StoredConsent } from '../consent/consent.repository.js';

export interface StoredRelease {
  id: string;
  consentId: string;
  patientId: string;
  recipient: string;
  what: ConsentPart;
  state: 'made' | 'withheld';
  madeAt: Date;
  madeBy: string;
}

/** A release with the terms of its consent, from which its state follows. */
export type ReleaseWithTerms = StoredRelease & Pick<StoredConsent, 'from' | 'until' | 'revokedAt'>;

const columns = `release.id, consent_id as "consentId", release.patient_id as "patientId", release.recipient, release.what, state,
  made_at as "madeAt", made_by as "madeBy", valid_from as "from", valid_until as "until", revoked_at as "revokedAt"`;

/** Whose list it is: an organization sees what is addressed to it and what it released of its patients; the clinic what is addressed to it. */
export type ListOf = { partnerId: string } | 'clinic';

@Injectable()
export class ReleaseRepository {
  constructor(private readonly database: DataSource) {}

  async add(tx: Transaction, release: StoredRelease): Promise<void> {
    await tx.query(
      `insert into release (id, consent_id, patient_id, recipient, what, state, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        release.id,
        release.consentId,
        release.patientId,
        release.recipient,
        release.what,
        release.state,
        release.madeAt,
        release.madeBy,
      ],
    );
  }

  async find(from: EntityManager, id: string): Promise<ReleaseWithTerms | null> {
    const [row] = await from.query<ReleaseWithTerms[]>(
      `select ${columns} from release join consent on consent.id = consent_id where release.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Newest first. A recipient is not shown what was withheld from it. */
  async page(
    of: ListOf,
    search: { patient?: string | undefined; limit: number },
    after: readonly [madeAt: string, id: string] | null,
  ): Promise<ReleaseWithTerms[]> {
    return this.database.query<ReleaseWithTerms[]>(
      `select ${columns} from release join consent on consent.id = consent_id
        where case when $1::text is null
                then state = 'made' and release.recipient in (select partner_id from partner_copy where kind = 'clinic')
                else (state = 'made' and release.recipient = $1)
                  or exists (select from team_member member where member.partner_id = $1
                               and member.patient_id = release.patient_id and member.status = 'active')
              end
          and ($2::uuid is null or release.patient_id = $2)
          and ($3::timestamptz is null or (made_at, release.id) < ($3, $4::uuid))
        order by made_at desc, release.id desc limit $5`,
      [
        of === 'clinic' ? null : of.partnerId,
        search.patient ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        search.limit,
      ],
    );
  }
}
