import { CreateTherapy1767225600000 } from './1767225600000-create-therapy.js';
import { PartnerWall1795534500000 } from './1795534500000-partner-wall.js';

/** In the order in which they run. */
export const therapyMigrations = [CreateTherapy1767225600000, PartnerWall1795534500000];
