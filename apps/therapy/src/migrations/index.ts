import { CreateTherapy1767225600000 } from './1767225600000-create-therapy.js';

/** In the order in which they run. */
export const therapyMigrations = [CreateTherapy1767225600000];
