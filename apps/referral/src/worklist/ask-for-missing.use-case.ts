import { DomainError } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';
import { HandoffRepository } from '../handoff/handoff.repository.js';
import { DirectoryRepository } from '../projection/directory.repository.js';
import { DeskWork } from '../work-item/desk-work.js';
import { askForPacket } from '../work-item/list-asks.js';
import { PacketQueries } from './packet.queries.js';

/** The packet of this handoff has gaps: the coordinator gets an item that names them (CO-21). Asking twice is once. */
@Injectable()
export class AskForMissing {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly packets: PacketQueries,
    private readonly directory: DirectoryRepository,
    private readonly desks: DeskWork,
  ) {}

  async execute(tx: Transaction, { id, user, now }: { id: string; user: User; now: Date }): Promise<void> {
    const handoff = await this.handoffs.lockFor(tx, id, user);
    const { planId, patientId, role, asks, partnerId, throughVersion: planVersion, status } = handoff;
    const packet = await this.packets.of(tx, { plan_id: planId, patient_id: patientId, role, asks });
    const missing = packet.parts.filter(({ there }) => !there).map(({ part }) => part.replaceAll('-', ' '));
    const isWaiting = status === 'open' || status === 'unassigned';
    if (!isWaiting || missing.length === 0) {
      const why = isWaiting ? 'Nothing is missing.' : `A handoff that is ${status} needs no packet.`;
      throw new DomainError('illegal-transition', why, [], { state: status, allowed: [] });
    }
    const partner = partnerId === null ? null : await this.directory.partner(tx, partnerId);
    const partnerName = partner?.name ?? partnerId ?? role.replaceAll('-', ' ');
    const calendar = await this.directory.clinicCalendar(tx);
    const ask = askForPacket({ now, planVersion, calendar, handoffId: id, partnerName, missing });
    await this.desks.open(tx, { planId, patientId, planVersion, now }, [{ desk: 'coordinator', ask }]);
    const text = `Asked for what is missing: ${missing.join(', ')}.`;
    await this.handoffs.addEntries(tx, {
      ...{ handoffId: id, at: now, kind: 'history', text, by: user.name, forPartner: false },
    });
  }
}
