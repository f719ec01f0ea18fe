import { CreateScheduling1767225600000 } from './1767225600000-create-scheduling.js';

/** In the order in which they run. */
export const schedulingMigrations = [CreateScheduling1767225600000];
