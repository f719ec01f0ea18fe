import type { Ask, HandoffPacket, PartnerRole } from '#contracts';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { type AuthorizationState, NewsCopyRepository } from './news-copy.repository.js';
import { packetFor } from './packet-parts.js';

interface About {
  plan_id: string;
  patient_id: string;
  role: PartnerRole;
  asks: readonly Ask[];
}

/** How complete the packet is for the partner of one handoff, from what events told; the content stays where it is. */
@Injectable()
export class PacketQueries {
  constructor(private readonly news: NewsCopyRepository) {}

  async of(from: Transaction, { plan_id: planId, patient_id: patientId, role, asks }: About): Promise<HandoffPacket> {
    const authorizations = await this.news.authorizations(from, planId);
    const states = asks.flatMap(({ itemId }) => {
      const state = itemId === null ? undefined : authorizations.get(itemId);
      return state === undefined ? [] : [state];
    });
    return packetFor({
      role,
      missing: await this.news.missingFromPacket(from, patientId),
      authorization: authorizationOf(states),
    });
  }
}

const authorizationOf = (states: readonly AuthorizationState[]): 'not-needed' | 'there' | 'missing' => {
  const asked = states.filter((state) => state !== 'withdrawn');
  if (asked.length === 0) return 'not-needed';
  return asked.every((state) => state === 'approved') ? 'there' : 'missing';
};
