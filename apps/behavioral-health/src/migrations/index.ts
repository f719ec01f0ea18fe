import { CreateEpisodes1767225600000 } from './1767225600000-create-episodes.js';

/** In the order in which they run. */
export const behavioralHealthMigrations = [CreateEpisodes1767225600000];
