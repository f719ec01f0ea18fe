import { bootService } from '#platform';
import { AppModule } from './app.module.js';
import { readGatewaySettings } from './gateway.settings.js';
import { sessionSettings } from './session/session.settings.js';

await bootService(AppModule, 'gateway', readGatewaySettings, sessionSettings);
