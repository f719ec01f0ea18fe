import { bootService } from '#platform';
import { AppModule } from './app.module.js';
import { VaultKeys } from './vault/vault-keys.js';

await bootService(AppModule, 'behavioral-health', (env) => new VaultKeys(env));
