import { Body, Controller, Get, Header, type OnModuleInit, Post, Query } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import { partnerImport, type PartnerImport } from '#contracts';
import { Answers, Roles, Transactions } from '#platform';
import { ImportPartners } from './import-partners.use-case.js';
import { writeCsv } from './partner-csv.js';
import { PartnerRepository } from './partner.repository.js';

const csvText = z.string({ error: 'send text/csv' }).min(1);
const importQuery = z.strictObject({ dryRun: z.stringbool().default(false) });

/** The directory as a spreadsheet. */
@Controller('api/partners.csv')
@Roles('administrator', 'coordinator')
export class PartnerCsvController implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly transactions: Transactions,
    private readonly partners: PartnerRepository,
    private readonly importPartners: ImportPartners,
  ) {}

  onModuleInit(): void {
    const server = this.adapterHost.httpAdapter.getInstance();
    server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }

  @Get()
  @ApiProduces('text/csv')
  @Answers(z.string())
  @Header('content-type', 'text/csv; charset=utf-8')
  async export(): Promise<string> {
    return writeCsv(await this.transactions.run((tx) => this.partners.entries(tx)));
  }

  @Post()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @Answers(partnerImport, {
    description: 'All of it, or with one fault nothing. `dryRun=true` only says what would happen.',
  })
  import(
    @Body({ schema: csvText }) text: string,
    @Query({ schema: importQuery }) { dryRun }: z.infer<typeof importQuery>,
  ): Promise<PartnerImport> {
    return this.transactions.run((tx) => this.importPartners.execute(tx, { text, dryRun }));
  }
}
