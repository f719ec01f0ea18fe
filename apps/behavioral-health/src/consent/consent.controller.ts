import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  consent,
  consentQuery,
  DomainError,
  giveConsent,
  id,
  page,
  pageQuery,
  type Consent,
  type ConsentQuery,
  type GiveConsent as Given,
  type Page,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import type { z } from 'zod';
import { DataSource } from 'typeorm';
import { StandingQueries } from '../access/standing.queries.js';
import { ConsentQueries } from './consent.queries.js';
import { GiveConsent } from './give-consent.use-case.js';
import { RevokeConsent } from './revoke-consent.use-case.js';

/**
 * What the patient allowed, to whom, and until when. For those who treat the patient in behavioral health and for physicians. Answers
 * are read after the write, so that the store of idempotent answers holds ids and nothing else.
 */
@Controller('api/behavioral-health')
@Roles('partner', 'physician')
export class ConsentController {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: DataSource,
    private readonly standings: StandingQueries,
    private readonly consents: ConsentQueries,
    private readonly giveConsent: GiveConsent,
    private readonly revokeConsent: RevokeConsent,
  ) {}

  @Post('patients/:patientId/consents')
  @Answers(consent, { status: 201 })
  async give(
    @Param('patientId', { schema: id }) patientId: string,
    @Body({ schema: giveConsent }) body: Given,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Consent> {
    const given = await this.transactions.once(request, async (tx) => {
      const planId = await this.planFor(user, patientId);
      return this.giveConsent.execute(tx, { ...body, patientId, planId, user });
    });
    return this.consents.show(await this.consents.stored(given.id), undefined);
  }

  @Get('patients/:patientId/consents')
  @Answers(page(consent))
  async list(
    @Param('patientId', { schema: id }) patientId: string,
    @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>,
    @CurrentUser() user: User,
  ): Promise<Page<Consent>> {
    await this.planFor(user, patientId);
    return this.consents.ofPatient(patientId, query);
  }

  @Get('consents/:id')
  @Answers(consent, { description: 'With its state at the moment `at`; now when left out.' })
  async get(
    @Param('id', { schema: id }) consentId: string,
    @Query({ schema: consentQuery }) { at }: ConsentQuery,
    @CurrentUser() user: User,
  ): Promise<Consent> {
    const stored = await this.consents.stored(consentId);
    await this.planFor(user, stored.patientId, 'There is no such consent.');
    return this.consents.show(stored, at);
  }

  @Post('consents/:id/revoke')
  @Answers(consent, { status: 200 })
  async revoke(
    @Param('id', { schema: id }) consentId: string,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Consent> {
    const { patientId } = await this.consents.stored(consentId);
    await this.planFor(user, patientId, 'There is no such consent.');
    await this.transactions.once(request, (tx) => this.revokeConsent.execute(tx, { consentId, user }));
    return this.consents.show(await this.consents.stored(consentId), undefined);
  }

  /** The plan of a patient that this reader has to do with; for everybody else there is nothing here. */
  private async planFor(user: User, patientId: string, nothing = 'There is no such patient.'): Promise<string> {
    const from = this.database.manager;
    const planId =
      user.role === 'partner'
        ? await this.standings.planTreatedBy(from, user.partnerId, patientId)
        : await this.standings.planOf(from, patientId);
    if (planId === null) throw new DomainError('not-found', nothing);
    return planId;
  }
}
