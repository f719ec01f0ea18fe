import { CreateEpisodes1767225600000 } from './1767225600000-create-episodes.js';
import { PartnerWall1795534500000 } from './1795534500000-partner-wall.js';
import { CreateProtectedRecords1795534600000 } from './1795534600000-create-protected-records.js';

/** In the order in which they run. */
export const behavioralHealthMigrations = [
  CreateEpisodes1767225600000,
  PartnerWall1795534500000,
  CreateProtectedRecords1795534600000,
];
