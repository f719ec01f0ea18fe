import { Controller, Get, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sealingKeys, type SealingKeys } from '#contracts';
import { Answers, Roles, Transactions } from '#platform';
import { Vault } from './vault.js';
import { VaultKeys } from './vault-keys.js';

/** For whoever changes the key. Content is neither read nor shown. */
@Controller('api/behavioral-health/keys')
@Roles('operator', 'administrator')
export class SealingKeysController {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly keys: VaultKeys,
  ) {}

  @Get()
  @Answers(sealingKeys)
  async show(): Promise<SealingKeys> {
    return { current: this.keys.currentId, records: await this.vault.countByKey(this.database.manager) };
  }

  @Post('rewrap')
  @Answers(sealingKeys, { description: 'Every record is wrapped by the current key; the old ones may be taken away.' })
  async rewrap(): Promise<SealingKeys> {
    // Batch by batch: whoever reads or writes meanwhile waits for one of them at most.
    while ((await this.transactions.run((tx) => this.vault.rewrap(tx))) > 0);
    return this.show();
  }
}
