import { bootService } from '#platform';
import { AppModule } from './app.module.js';
import { readNotificationSettings } from './notification.settings.js';

await bootService(AppModule, 'notification', readNotificationSettings);
