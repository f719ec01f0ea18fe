import { Injectable } from '@nestjs/common';
import type { EventData, therapyDischarged, therapyEpisodeOpened, therapyVisitRecorded } from '#contracts';
import type { Transaction } from '#platform';
import { CareTeamRepository } from '../care-team/care-team.repository.js';
import { PartnerQueries } from '../partner/partner.queries.js';
import { TimelineRepository, type Happening } from '../timeline/timeline.repository.js';
import { ended, inWords, plural, sentence } from '../timeline/words.js';

export type TherapyMove =
  | { name: 'therapy.episode-opened'; data: EventData<typeof therapyEpisodeOpened> }
  | { name: 'therapy.visit-recorded'; data: EventData<typeof therapyVisitRecorded> }
  | { name: 'therapy.discharged'; data: EventData<typeof therapyDischarged> };

/** Therapy went on: the timeline tells of it, and the team ledger knows when the therapist was last heard. No event follows. */
@Injectable()
export class FollowTherapy {
  constructor(
    private readonly team: CareTeamRepository,
    private readonly partners: PartnerQueries,
    private readonly timeline: TimelineRepository,
  ) {}

  async execute(tx: Transaction, move: TherapyMove): Promise<void> {
    const { planId, patientId, discipline } = move.data;
    const partnerId = 'partnerId' in move.data ? move.data.partnerId : null;
    const nameOf = await this.partners.names(tx, partnerId ? [partnerId] : []);
    const told = tell(move, partnerId ? nameOf(partnerId) : '');
    await this.timeline.record(tx, { patientId, type: move.name, ...told });
    for (const member of await this.team.live(tx, planId)) {
      if (member.role === discipline && member.partnerId === partnerId)
        await this.team.heardFrom(tx, member.id, told.at);
    }
  }
}

function tell({ name, data }: TherapyMove, partner: string): Pick<Happening, 'at' | 'text' | 'by'> {
  switch (name) {
    case 'therapy.episode-opened':
      return {
        at: new Date(data.openedAt),
        text: `${sentence(inWords(data.discipline))} is prescribed; an episode of care is open.`,
      };
    case 'therapy.visit-recorded':
      return { at: new Date(data.visitedAt), text: `Visit ${data.visitNumber} at ${partner}.`, by: data.by.name };
    case 'therapy.discharged':
      return {
        at: new Date(data.dischargedAt),
        text: `${partner} discharged after ${plural(data.visits, 'visit')}: ${ended(data.summary)}`,
        by: data.by.name,
      };
  }
}
