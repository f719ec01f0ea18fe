import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { auditEntry, type AuditEntry, auditQuery, type AuditQuery, DomainError, page, type Page } from '#contracts';
import { CurrentUser, Roles } from '../auth/access.js';
import type { User } from '../auth/user.js';
import { Settings } from '../config/settings.js';
import { Answers } from '../http/answers.js';
import { AuditChain, type ChainReport } from './audit-chain.js';
import { toAuditEntry } from './audit-record.js';
import { AuditQueries } from './audit.queries.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.strictObject({ number: z.coerce.number().int().min(1), hash });
const verificationQuery = z
  .strictObject({ number: z.coerce.number().int().min(1).optional(), hash: hash.optional() })
  .refine(({ number, hash: noted }) => (number === undefined) === (noted === undefined), 'number and hash go together');
const verification = z.object({
  service: z.string(),
  sealed: z.number(),
  expired: z.number(),
  overdue: z.number(),
  head: head.nullable(),
  broken: z.object({ number: z.number(), entryId: z.string(), why: z.string() }).nullable(),
});
const chainQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
const sealed = z.object({ number: z.number(), hash: z.string(), sealedAt: z.string(), entry: auditEntry.nullable() });

/** Who read and wrote what. Reading it is written into it, like anything else. */
@Controller('api')
@Roles('administrator')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly chain: AuditChain,
    private readonly settings: Settings,
  ) {}

  @Get('audit')
  @Answers(page(auditEntry))
  list(@Query({ schema: auditQuery }) query: AuditQuery): Promise<Page<AuditEntry>> {
    return this.queries.list(query);
  }

  @Get('ops/audit/verification')
  @Roles('operator', 'administrator')
  @Answers(verification, {
    description: 'The chain, computed again. `number` and `hash`: a head that was noted earlier.',
  })
  async verify(
    @Query({ schema: verificationQuery }) earlier: z.infer<typeof verificationQuery>,
  ): Promise<ChainReport & { service: string }> {
    const { number, hash: noted } = earlier;
    const report = await this.chain.verify(number === undefined || !noted ? null : { number, hash: noted });
    return { service: this.settings.service, ...report };
  }

  @Get('ops/audit/chain')
  @Answers(z.object({ items: z.array(sealed) }), { description: 'Entries with their seals, in order, for an export.' })
  async export(
    @Query({ schema: chainQuery }) { after, limit }: z.infer<typeof chainQuery>,
  ): Promise<{ items: z.infer<typeof sealed>[] }> {
    const rows = await this.chain.page(after, limit);
    return {
      items: rows.map(({ number, hash: seal, sealedAt, row }) => ({
        number,
        hash: seal,
        sealedAt,
        entry: row && toAuditEntry(row, this.settings.service),
      })),
    };
  }

  @Post('ops/audit/exports')
  @Answers(z.object({ upTo: z.number() }), {
    status: 201,
    description: 'Noted: up to here the log stands in a safe place.',
  })
  async noteExport(
    @Body({ schema: head }) exported: z.infer<typeof head>,
    @CurrentUser() user: User,
  ): Promise<{ upTo: number }> {
    if (!(await this.chain.noteExport(exported, user.sub)))
      throw new DomainError('invalid-input', 'There is no such seal.', [
        { path: 'number', message: 'not in the chain' },
      ]);
    return { upTo: exported.number };
  }
}
