import { bootService } from '#platform';
import { AppModule } from './app.module.js';
import { readGatewaySettings } from './gateway.settings.js';

await bootService(AppModule, 'gateway', readGatewaySettings);
