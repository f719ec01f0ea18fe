import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DomainError, type CertifyPlanOfCare as Certification } from '#contracts';
import { Clock, toActor, type Transaction, type User } from '#platform';
import { EpisodeRepository } from '../episode/episode.repository.js';
import { nextState } from '../episode/episode.states.js';
import { TherapyConfig } from '../therapy.config.js';
import { Paperwork } from './paperwork.js';
import { PaperworkRepository } from './paperwork.repository.js';

/** The plan of care was signed by the physician, or transmitted to it: its clock begins anew. */
@Injectable()
export class CertifyPlanOfCare {
  constructor(
    private readonly episodes: EpisodeRepository,
    private readonly rows: PaperworkRepository,
    private readonly paperwork: Paperwork,
    private readonly clock: Clock,
    private readonly config: TherapyConfig,
  ) {}

  async execute(
    tx: Transaction,
    { episodeId, certification, user }: { episodeId: string; certification: Certification; user: User },
  ): Promise<void> {
    const partnerId = user.partnerId ?? '';
    const episode = await this.episodes.lockFor(tx, episodeId, partnerId);
    nextState(episode.state, 'certify');
    const at = this.clock.now();
    const today = DateTime.fromJSDate(at, { zone: this.config.clinicTimeZone }).toFormat('yyyy-MM-dd');
    const { kind, on, until = null } = certification;
    const errors = [
      ...(on > today ? [{ path: 'on', message: 'must not be in the future' }] : []),
      ...(until !== null && until < on ? [{ path: 'until', message: 'must not be before `on`' }] : []),
    ];
    if (errors.length > 0) throw new DomainError('invalid-input', 'A certification has taken place.', errors);
    await this.rows.addCertification(tx, { episodeId, partnerId, kind, on, until, at, by: toActor(user) });
    await this.paperwork.settle(tx, episodeId);
  }
}
