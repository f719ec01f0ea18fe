import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Vault } from './vault.js';
import { VaultKeys } from './vault-keys.js';

/** A key that is lost or was forgotten shows at the start, not when a clinician needs the record. */
@Injectable()
export class VaultCheck implements OnApplicationBootstrap {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly keys: VaultKeys,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const counts = await this.vault.countByKey(this.database.manager);
    const closed = counts.filter(({ keyId }) => !this.keys.knownIds.includes(keyId));
    if (closed.length === 0) return;
    const what = closed.map(({ keyId, count }) => `${count} under ${keyId}`).join(', ');
    throw new Error(
      `Records are encrypted by keys that are not given (${what}): name them in BEHAVIORAL_HEALTH_OLD_KEYS.`,
    );
  }
}
