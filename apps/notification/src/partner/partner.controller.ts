import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  page,
  partner,
  partnerAnnouncement,
  partnerId,
  partnerQuery,
  registerPartner,
  updatePartner,
  type Page,
  type PartnerQuery,
  type Partner,
  type RegisterPartner as Registration,
  type UpdatePartner as Changes,
} from '#contracts';
import { Answers, CurrentUser, Idempotency, Roles, Transactions, type IdempotentRequest, type User } from '#platform';
import { AnnouncePartners } from './announce-partners.use-case.js';
import { PartnerQueries } from './partner.queries.js';
import { RegisterPartner } from './register-partner.use-case.js';
import { UpdatePartner } from './update-partner.use-case.js';

@Controller('api/partners')
export class PartnerController {
  constructor(
    private readonly transactions: Transactions,
    private readonly partners: PartnerQueries,
    private readonly registerPartner: RegisterPartner,
    private readonly updatePartner: UpdatePartner,
    private readonly announcePartners: AnnouncePartners,
  ) {}

  @Post()
  @Roles('administrator', 'coordinator')
  @Answers(partner, { status: 201 })
  register(
    @Body({ schema: registerPartner }) body: Registration,
    @Idempotency() request: IdempotentRequest,
  ): Promise<Partner> {
    return this.transactions.once(request, (tx) => this.registerPartner.execute(tx, body));
  }

  @Post('announcements')
  @Roles('administrator')
  @Answers(partnerAnnouncement, { status: 202, description: 'Every snapshot will be told again.' })
  announce(@Idempotency() request: IdempotentRequest): Promise<{ announced: number }> {
    return this.transactions.once(request, (tx) => this.announcePartners.execute(tx));
  }

  @Get()
  @Roles('coordinator', 'physician', 'administrator', 'operator', 'partner')
  @Answers(page(partner))
  list(@Query({ schema: partnerQuery }) query: PartnerQuery, @CurrentUser() user: User): Promise<Page<Partner>> {
    return this.partners.list(user, query);
  }

  @Get(':id')
  @Roles('coordinator', 'physician', 'administrator', 'operator', 'partner')
  @Answers(partner)
  get(@Param('id', { schema: partnerId }) id: string, @CurrentUser() user: User): Promise<Partner> {
    return this.partners.get(user, id);
  }

  @Patch(':id')
  @Roles('administrator', 'coordinator', 'partner')
  @Answers(partner)
  update(
    @Param('id', { schema: partnerId }) id: string,
    @Body({ schema: updatePartner }) changes: Changes,
    @CurrentUser() user: User,
  ): Promise<Partner> {
    return this.transactions.run((tx) => this.updatePartner.execute(tx, { partnerId: id, changes, user }));
  }
}
