import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  id,
  note,
  noteSummary,
  page,
  pageQuery,
  writeNote,
  type Note,
  type NoteSummary,
  type Page,
  type WriteNote as Written,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { StandingQueries } from '../access/standing.queries.js';
import { NoteQueries } from './note.queries.js';
import { WriteNote } from './write-note.use-case.js';

@Controller('api/behavioral-health')
export class NoteController {
  constructor(
    private readonly transactions: Transactions,
    private readonly standings: StandingQueries,
    private readonly notes: NoteQueries,
    private readonly writeNote: WriteNote,
  ) {}

  @Post('patients/:patientId/notes')
  @Roles('partner')
  @Answers(noteSummary, { status: 201 })
  async write(
    @Param('patientId', { schema: id }) patientId: string,
    @Body({ schema: writeNote }) body: Written,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<NoteSummary> {
    const written = await this.transactions.once(request, async (tx) => {
      const { partnerId } = await this.standings.requireTreating(tx, user, patientId);
      return this.writeNote.execute(tx, { ...body, patientId, partnerId, user });
    });
    // Read afterwards: the store of idempotent answers holds the id and nothing else.
    const { text: _text, ...summary } = await this.get(written.id, user);
    return summary;
  }

  @Get('patients/:patientId/notes')
  @Roles('partner', 'physician')
  @Answers(page(noteSummary), { description: 'What the reader may open, without the text.' })
  list(
    @Param('patientId', { schema: id }) patientId: string,
    @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>,
    @CurrentUser() user: User,
  ): Promise<Page<NoteSummary>> {
    return this.transactions.run((tx) => this.notes.list(tx, user, { ...query, patientId }));
  }

  @Get('notes/:id')
  @Roles('partner', 'physician')
  @Answers(note)
  get(@Param('id', { schema: id }) noteId: string, @CurrentUser() user: User): Promise<Note> {
    return this.transactions.run((tx) => this.notes.get(tx, user, noteId));
  }
}
