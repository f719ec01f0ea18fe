import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '#contracts';
import {
  Answers,
  auditedAs,
  auditedForReason,
  Idempotency,
  type IdempotentRequest,
  PlatformModule,
  Public,
  Roles,
  Transactions,
  Unaudited,
} from '../../src/index.js';

export class Notes1767225600000 implements MigrationInterface {
  readonly name = 'Notes1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table note (id uuid primary key, patient_id uuid not null, text text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table note`);
  }
}

const note = z.object({ id: z.uuid(), patientId: z.uuid(), text: z.string() });
type Note = z.infer<typeof note>;

@Controller('api/notes')
@Roles('physician', 'partner')
class NoteController {
  constructor(private readonly transactions: Transactions) {}

  @Get()
  @Answers(z.object({ items: z.array(note) }))
  async list(@Query('after', { schema: z.coerce.number().default(0) }) afterMs: number): Promise<{ items: Note[] }> {
    await pause(afterMs);
    return { items: await this.all() };
  }

  @Get('open')
  @Public()
  @Answers(z.object({ open: z.boolean() }))
  open(): { open: boolean } {
    auditedAs({ sub: 'link:7', name: 'A one-time link', role: 'partner', partnerId: 'pt-north' });
    return { open: true };
  }

  @Get('form')
  @Unaudited('the form is about nobody')
  @Answers(z.object({}))
  form(): object {
    return {};
  }

  /** Hides what is there, as from a foreign partner. */
  @Get(':id')
  @Answers(note)
  hidden(@Param('id', { schema: z.uuid() }) _id: string): Note {
    throw new DomainError('not-found', 'There is no such note.');
  }

  @Get(':id/in-emergency')
  @Answers(z.object({ patientId: z.uuid() }))
  emergency(@Param('id', { schema: z.uuid() }) id: string): { patientId: string } {
    auditedForReason('unconscious in the emergency department', 'glass-1');
    return { patientId: id };
  }

  @Post()
  @Answers(note, { status: 201 })
  write(@Body({ schema: note }) written: Note, @Idempotency() request: IdempotentRequest): Promise<Note> {
    return this.transactions.once(request, async (tx) => {
      await tx.query('insert into note values ($1, $2, $3)', [written.id, written.patientId, written.text]);
      if (written.text === 'refused') throw new DomainError('illegal-transition', 'Not now.');
      return written;
    });
  }

  /** Commits, and fails afterwards. */
  @Post(':id/half')
  @Answers(note)
  async half(@Param('id', { schema: z.uuid() }) id: string): Promise<Note> {
    await this.transactions.run((tx) => tx.query(`update note set text = 'half' where id = $1`, [id]));
    throw new DomainError('illegal-transition', 'Half of it was done.');
  }

  private all(): Promise<Note[]> {
    return this.transactions.run((tx) => tx.query<Note[]>(`select id, patient_id as "patientId", text from note`));
  }
}

/** A small service that knows of patients. */
@Module({
  imports: [
    PlatformModule.forRoot({
      service: 'therapy',
      auditSubjects: { '/api/notes': 'note' },
      migrations: [Notes1767225600000],
    }),
  ],
  controllers: [NoteController],
})
export class AuditedModule {}
