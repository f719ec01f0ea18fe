import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Body,
  Controller,
  Get,
  Module,
  NotImplementedException,
  Param,
  Post,
  Put,
  Query,
  InternalServerErrorException,
} from '@nestjs/common';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { DomainError, type ErrorCode } from '#contracts';
import {
  Answers,
  CurrentUser,
  currentTraceparent,
  Idempotency,
  type IdempotentRequest,
  IfMatch,
  PlatformModule,
  Public,
  Roles,
  Transactions,
  type User,
} from '../../src/index.js';

export class SampleTables1767225600000 implements MigrationInterface {
  readonly name = 'SampleTables1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table sample (id uuid primary key, name text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sample`);
  }
}

const newSample = z.strictObject({
  name: z.string().min(1),
  parts: z.array(z.strictObject({ size: z.int() })).default([]),
  notes: z.record(z.string(), z.array(z.string()).or(z.string())).optional(),
});
type NewSample = z.infer<typeof newSample>;
const sample = z.object({ id: z.uuid(), name: z.string() });
type Sample = z.infer<typeof sample>;
const listQuery = z.strictObject({ limit: z.coerce.number().int().max(100).default(50) });
const partAnswer = z.object({ id: z.string(), part: z.number(), unit: z.string() });
const trace = z.object({ trace: z.string().nullable() });
type Trace = z.infer<typeof trace>;

@Controller('api/samples')
@Roles('coordinator', 'partner')
export class SampleController {
  constructor(private readonly transactions: Transactions) {}

  @Post()
  @Answers(sample, { status: 201, description: 'The sample.' })
  create(@Body({ schema: newSample }) { name }: NewSample, @Idempotency() request: IdempotentRequest): Promise<Sample> {
    return this.transactions.once(request, async (tx) => {
      const created = { id: randomUUID(), name };
      await tx.query('insert into sample (id, name) values ($1, $2)', [created.id, created.name]);
      if (name === 'slow') await pause(300);
      if (name === 'refused') throw new DomainError('illegal-transition', 'Not now.');
      return created;
    });
  }

  @Get()
  @Answers(z.object({ limit: z.number() }))
  list(@Query({ schema: listQuery }) { limit }: z.infer<typeof listQuery>): { limit: number } {
    return { limit };
  }

  @Get('me')
  @Answers(z.object({ sub: z.string(), partnerId: z.string().nullable() }))
  me(@CurrentUser() { sub, partnerId }: User): Pick<User, 'sub' | 'partnerId'> {
    return { sub, partnerId };
  }

  @Put('version')
  @Answers(z.object({ version: z.number() }))
  version(@IfMatch() version: number): { version: number } {
    return { version };
  }

  @Get(':id/parts/:part')
  @Answers(partAnswer)
  part(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('part', { schema: z.coerce.number().int() }) part: number,
    @Query('unit', { schema: z.enum(['mm', 'cm']).default('mm') }) unit: string,
  ): z.infer<typeof partAnswer> {
    return { id, part, unit };
  }

  @Get('slow')
  @Answers(z.object({ done: z.boolean() }))
  async slow(): Promise<{ done: boolean }> {
    await pause(700);
    return { done: true };
  }

  @Post('trace')
  @Answers(trace)
  trace(@Body({ schema: newSample }) _body: NewSample): Trace {
    return { trace: currentTraceparent() ?? null };
  }

  @Get('faults/:kind')
  @Answers(z.object({}))
  fault(@Param('kind', { schema: z.string() }) kind: string): never {
    if (kind === 'unexpected') throw new Error('password is hunter2');
    if (kind === 'internal') throw new InternalServerErrorException('password is hunter2');
    if (kind === 'not-built') throw new NotImplementedException();
    throw new DomainError(kind as ErrorCode, 'Told why.', [], { current: 4 });
  }
}

@Controller('api/open')
@Public()
export class OpenController {
  @Get()
  @Answers(z.object({ open: z.boolean() }))
  show(): { open: boolean } {
    return { open: true };
  }
}

/** A small service with one of everything that the platform promises. */
@Module({
  imports: [PlatformModule.forRoot({ service: 'therapy', migrations: [SampleTables1767225600000] })],
  controllers: [SampleController, OpenController],
})
export class SampleModule {}
