import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  id,
  makeRelease,
  page,
  release,
  releaseQuery,
  releaseSummary,
  type MakeRelease as Made,
  type Page,
  type Release,
  type ReleaseQuery,
  type ReleaseSummary,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { MakeRelease } from './make-release.use-case.js';
import { ReadRelease } from './read-release.use-case.js';
import { ReleaseRights } from './release-rights.js';
import { ReleaseQueries } from './release.queries.js';

/** What leaves behavioral health: made by who treats the patient, read by the one organization that the patient named. */
@Controller('api/behavioral-health/releases')
export class ReleaseController {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: ReleaseQueries,
    private readonly rights: ReleaseRights,
    private readonly makeRelease: MakeRelease,
    private readonly readRelease: ReadRelease,
  ) {}

  @Post()
  @Roles('partner')
  @Answers(releaseSummary, { status: 201, description: 'Made; or withheld, when whether it may leave cannot be said.' })
  async make(
    @Body({ schema: makeRelease }) body: Made,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ): Promise<ReleaseSummary> {
    const made = await this.transactions.once(request, async (tx) => {
      await this.rights.require(tx, user, body.consentId);
      return this.makeRelease.execute(tx, { ...body, user });
    });
    return this.releases.summary(made.id);
  }

  @Get()
  @Roles('partner', 'physician')
  @Answers(page(releaseSummary))
  list(@Query({ schema: releaseQuery }) query: ReleaseQuery, @CurrentUser() user: User): Promise<Page<ReleaseSummary>> {
    return this.releases.list(user, query);
  }

  @Get(':id')
  @Roles('partner', 'physician')
  @Answers(release, { description: 'For its recipient alone; 410 once the consent is over.' })
  async read(@Param('id', { schema: id }) releaseId: string, @CurrentUser() user: User): Promise<Release> {
    const reading = await this.transactions.run((tx) => this.readRelease.execute(tx, { releaseId, user }));
    if ('refused' in reading) throw reading.refused;
    return reading.release;
  }
}
