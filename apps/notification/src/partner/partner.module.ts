import { Module } from '@nestjs/common';
import { AnnouncePartners } from './announce-partners.use-case.js';
import { PartnerController } from './partner.controller.js';
import { PartnerQueries } from './partner.queries.js';
import { PartnerRepository } from './partner.repository.js';
import { RegisterPartner } from './register-partner.use-case.js';
import { UpdatePartner } from './update-partner.use-case.js';

@Module({
  controllers: [PartnerController],
  providers: [PartnerQueries, PartnerRepository, RegisterPartner, UpdatePartner, AnnouncePartners],
})
export class PartnerModule {}
