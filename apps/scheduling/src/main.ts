import { bootService } from '#platform';
import { AppModule } from './app.module.js';

await bootService(AppModule, 'scheduling');
