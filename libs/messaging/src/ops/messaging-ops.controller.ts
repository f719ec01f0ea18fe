import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '#contracts';
import { Answers, CurrentUser, Roles, Unaudited, type User } from '#platform';
import { Parking, type ParkedRow } from '../failure/parking.js';
import { Replay, type ReplayResult } from '../failure/replay.js';
import { MessagingStatus, type MessagingState } from './messaging-status.js';

const parkedId = z.string().regex(/^\d{1,18}$/);
const replayBody = z.strictObject({ key: z.string().min(1).max(200) });
const discardBody = z.strictObject({ id: parkedId, why: z.string().min(3).max(500) });

const state = z.object({
  service: z.string(),
  outbox: z.object({ size: z.number(), oldestSeconds: z.number() }),
  parked: z.number(),
  relay: z.enum(['off', 'starting', 'leading', 'standby', 'failing']),
  consumer: z.enum(['off', 'joining', 'in its group']),
  lag: z.number().nullable(),
  consumes: z.array(z.string()),
  sent: z.record(z.string(), z.number()),
  handled: z.record(z.string(), z.number()),
  lastHandledSecondsAgo: z.number().nullable(),
});
const parkedSummary = z.object({
  id: z.string(),
  key: z.string(),
  topic: z.string(),
  eventId: z.string().nullable(),
  type: z.string().nullable(),
  state: z.string(),
  error: z.string(),
  tries: z.number(),
  parkedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
const replayResult = z.object({
  key: z.string(),
  replayed: z.number(),
  stoppedAt: z.object({ id: z.string(), error: z.string() }).nullable(),
});

type Parked = Omit<ParkedRow, 'value'>;

/** What `npm run ops` speaks to. Payloads may hold patient data, so only the envelope is shown. */
@Controller('api/ops/messaging')
@Roles('operator', 'administrator')
export class MessagingOpsController {
  constructor(
    private readonly status: MessagingStatus,
    private readonly parking: Parking,
    private readonly replay: Replay,
  ) {}

  @Get('status')
  @Roles('operator', 'administrator', 'coordinator')
  @Unaudited('numbers only')
  @Answers(state)
  read(): Promise<MessagingState> {
    return this.status.read();
  }

  @Get('parked')
  @Answers(z.array(parkedSummary))
  async list(): Promise<Parked[]> {
    return (await this.parking.waiting()).map(envelopeOnly);
  }

  @Get('parked/:id')
  @Answers(parkedSummary)
  async show(@Param('id', { schema: parkedId }) id: string): Promise<Parked> {
    const row = await this.parking.find(id);
    if (!row) throw new DomainError('not-found', 'There is no such parked message.');
    return envelopeOnly(row);
  }

  @Post('parked/replay')
  @Answers(z.array(replayResult))
  async replayParked(
    @Body({ schema: replayBody }) { key }: z.infer<typeof replayBody>,
    @CurrentUser() user: User,
  ): Promise<ReplayResult[]> {
    return key === 'all' ? this.replay.all(user.sub) : [await this.replay.key(key, user.sub)];
  }

  @Post('parked/discard')
  @Answers(z.object({ discarded: z.string() }))
  async discard(
    @Body({ schema: discardBody }) body: z.infer<typeof discardBody>,
    @CurrentUser() user: User,
  ): Promise<{ discarded: string }> {
    await this.replay.discard(body.id, user.sub, body.why);
    return { discarded: body.id };
  }
}

const envelopeOnly = ({ value: _, ...envelope }: ParkedRow): Parked => envelope;
