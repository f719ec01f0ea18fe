import { deliveryFailed, deliveryOpened, deliveryRerouted, handoffDelivered } from '#contracts';
import { type EventContext, type EventOf, OnEvent } from '#messaging';
import type { Transaction } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';
import { OpenHandoff } from '../handoff/open-handoff.use-case.js';
import { DirectoryRepository } from '../projection/directory.repository.js';

const via = { inbox: 'inbox', email: 'link', webhook: 'api' } as const;

/** How far a handoff has come on its way: it reached the channel, a person opened it, or it does not arrive at all. */
@Controller()
export class DeliveryNewsController {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly directory: DirectoryRepository,
    private readonly openHandoff: OpenHandoff,
  ) {}

  @OnEvent(handoffDelivered)
  async onDelivered(@Payload() { data }: EventOf<typeof handoffDelivered>, @Ctx() { tx }: EventContext): Promise<void> {
    if (data.kind !== 'handoff') return;
    const handoff = await this.addressed(tx, data);
    if (!handoff) return;
    // That it stands in an inbox proves nothing about a channel that does not work.
    const isReached = data.channel !== 'inbox' && handoff.undeliverableAt !== null;
    if (isReached) await this.handoffs.change(tx, handoff.id, { undeliverableAt: null });
    if (handoff.deliveredAt !== null) return;
    const at = new Date(data.deliveredAt);
    await this.handoffs.change(tx, handoff.id, { deliveredAt: at });
    await this.line(tx, handoff, at, `Delivered (${data.channel}).`);
  }

  @OnEvent(deliveryOpened)
  async onOpened(@Payload() { data }: EventOf<typeof deliveryOpened>, @Ctx() { tx }: EventContext): Promise<void> {
    const handoff = await this.addressed(tx, data);
    if (!handoff) return;
    const { partnerId } = data;
    const name = (await this.directory.partner(tx, partnerId))?.name ?? partnerId;
    const by = { sub: `partner:${partnerId}`, name, role: 'partner', partnerId };
    await this.openHandoff.byChannel(tx, { id: handoff.id, via: via[data.channel], by, at: new Date(data.openedAt) });
  }

  @OnEvent(deliveryFailed)
  async onFailed(@Payload() { data }: EventOf<typeof deliveryFailed>, @Ctx() { tx }: EventContext): Promise<void> {
    const handoff = await this.addressed(tx, data);
    // A mail may come back after it was delivered; what somebody has read has arrived.
    if (data.kind === 'no-longer-needed' || handoff?.status !== 'open' || handoff.openedAt !== null) return;
    const at = new Date(data.failedAt);
    await this.handoffs.change(tx, handoff.id, { undeliverableAt: at });
    await this.line(
      tx,
      handoff,
      at,
      `Does not reach the partner (${data.channel}, ${data.reason.replaceAll('-', ' ')}).`,
    );
  }

  @OnEvent(deliveryRerouted)
  async onRerouted(@Payload() { data }: EventOf<typeof deliveryRerouted>, @Ctx() { tx }: EventContext): Promise<void> {
    const handoff = await this.addressed(tx, data);
    if (!handoff) return;
    const { channel, to, reason } = data;
    const text = `Not by ${channel} (${reason.replaceAll('-', ' ')}): it goes by ${to}.`;
    await this.line(tx, handoff, new Date(data.reroutedAt), text);
  }

  /** News of a delivery to somebody else, or of a handoff that was never ours, says nothing here. */
  private async addressed(
    tx: Transaction,
    { handoffId, partnerId }: { handoffId: string; partnerId: string },
  ): Promise<HandoffRow | null> {
    const handoff = await this.handoffs.find(tx, handoffId);
    return handoff?.partnerId === partnerId ? handoff : null;
  }

  private async line(tx: Transaction, { id: handoffId }: HandoffRow, at: Date, text: string): Promise<void> {
    await this.handoffs.addEntries(tx, { handoffId, at, kind: 'history', text, by: null, forPartner: false });
  }
}
