import { Injectable } from '@nestjs/common';
import { DomainError, type Release } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction, type User } from '#platform';
import { AccessLog } from '../access/access-log.repository.js';
import { ConsentQueries } from '../consent/consent.queries.js';
import { noticeFor } from './redisclosure-notice.js';
import { ReleaseContents } from './release-contents.js';
import { toSummary } from './release.queries.js';
import { ReleaseGate } from './release-gate.js';
import { releaseWithheldEvent } from './release.events.js';

/** What becomes of a reading: what is shown, or why it is not. The refusal is thrown after the commit, so that it is on record. */
export type Reading = { release: Release } | { refused: DomainError };

/** The recipient reads. The consent is asked again, now; every reading and every refusal of the recipient is recorded. */
@Injectable()
export class ReadRelease {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly consents: ConsentQueries,
    private readonly contents: ReleaseContents,
    private readonly access: AccessLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, { releaseId, user }: { releaseId: string; user: User }): Promise<Reading> {
    const now = this.clock.now();
    const { release, consent, verdict } = await this.gate.pass(tx, { releaseId, user, now });
    const granted = verdict === 'permitted';
    const entry = { patientId: release.patientId, what: 'release', recordId: release.id } as const;
    await this.access.record(tx, user, { ...entry, basis: `consent:${consent.id}`, granted });
    if (!granted) {
      // Whether it is over or cannot be said looks the same from outside; only the second wants a person to look.
      if (verdict === 'unknown') await this.outbox.append(tx, releaseWithheldEvent(consent, now));
      return { refused: new DomainError('gone', 'The consent that this rested on is not in force any more.') };
    }
    const { what, from, until } = consent;
    const purpose = await this.consents.purposeOf(tx, consent);
    return {
      release: {
        ...toSummary(release, now),
        notice: noticeFor(release.what),
        scope: { what, purpose, from: from.toISOString(), until: until.toISOString() },
        content: await this.contents.read(tx, release),
      },
    };
  }
}
