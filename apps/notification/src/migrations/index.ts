import { CreateDirectoryAndDeliveries1767225600000 } from './1767225600000-create-directory-and-deliveries.js';

/** In the order in which they run. */
export const notificationMigrations = [CreateDirectoryAndDeliveries1767225600000];
