import { referralServiceLevels } from '#clinical';
import { DomainError, partnerId, partnerServiceLevels, putServiceLevel, type PutServiceLevel } from '#contracts';
import {
  Answers,
  Clock,
  CurrentUser,
  type IdempotentRequest,
  Idempotency,
  Roles,
  Transactions,
  type User,
} from '#platform';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ServiceLevelRepository } from './service-level.repository.js';

/** What the clinic agreed with a partner instead of the general service level; clocks that are set from now on follow it. */
@Controller('api/referrals/service-levels')
@Roles('coordinator', 'administrator')
export class ServiceLevelController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly levels: ServiceLevelRepository,
  ) {}

  @Get(':partner')
  @Answers(partnerServiceLevels)
  async list(@Param('partner', { schema: partnerId }) partner: string) {
    return { items: await this.levels.ofPartner(this.dataSource.manager, partner) };
  }

  @Put(':partner/:clock')
  @Answers(partnerServiceLevels)
  put(
    @Param('partner', { schema: partnerId }) partner: string,
    @Param('clock') clock: string,
    @Body({ schema: putServiceLevel }) body: PutServiceLevel,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
  ) {
    const known = referralServiceLevels.clocks.map(({ id }) => id);
    if (!known.includes(clock)) {
      const message = `One of ${known.join(', ')}.`;
      throw new DomainError('invalid-input', 'There is no such clock.', [{ path: 'clock', message }]);
    }
    return this.transactions.once(request, async (tx) => {
      await this.levels.put(tx, { ...body, partnerId: partner, clock, at: this.clock.now(), by: user.name });
      return { items: await this.levels.ofPartner(tx, partner) };
    });
  }
}
