import { assignHandoff, clinicHandoff, id as uuid, noteHandoff } from '#contracts';
import {
  Answers,
  Clock,
  CurrentUser,
  type IdempotentRequest,
  Idempotency,
  Roles,
  type Transaction,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { AssignHandoff } from './assign-handoff.use-case.js';
import { HandoffQueries } from './handoff.queries.js';
import { NoteHandoff } from './note-handoff.use-case.js';

/** What the coordinator does with a handoff on the worklist. */
@Controller('api/handoffs')
@Roles('coordinator')
export class HandoffDeskController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly queries: HandoffQueries,
    private readonly assignHandoff: AssignHandoff,
    private readonly noteHandoff: NoteHandoff,
  ) {}

  @Post(':id/assignment')
  @Answers(clinicHandoff, { status: 200, description: 'Assigned, and issued to the partner' })
  assign(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: assignHandoff }) { partnerId }: z.infer<typeof assignHandoff>,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.answering({ id, user, request }, (tx, now) =>
      this.assignHandoff.execute(tx, { id, partnerId, user, now }),
    );
  }

  @Post(':id/note')
  @Answers(clinicHandoff, { status: 200, description: 'Note kept' })
  note(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: noteHandoff }) { text }: z.infer<typeof noteHandoff>,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    return this.answering({ id, user, request }, (tx, now) => this.noteHandoff.execute(tx, { id, text, user, now }));
  }

  /** One transaction, and the handoff as it stands afterwards. */
  private answering(
    { id, user, request }: { id: string; user: User; request: IdempotentRequest },
    work: (tx: Transaction, now: Date) => Promise<void>,
  ) {
    return this.transactions.once(request, async (tx) => {
      await work(tx, this.clock.now());
      return this.queries.get(id, user, tx);
    });
  }
}
