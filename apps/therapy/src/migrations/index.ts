import { CreateTherapy1767225600000 } from './1767225600000-create-therapy.js';
import { PartnerWall1795534500000 } from './1795534500000-partner-wall.js';
import { WallClinics1795534600000 } from './1795534600000-wall-clinics.js';
import { FollowVersionsAndClinics1795533960000 } from './20261124152600-follow-versions-and-clinics.js';
import { AnswerDoseChanges1795534020000 } from './20261124152700-answer-dose-changes.js';

/** In the order in which they run. */
export const therapyMigrations = [
  CreateTherapy1767225600000,
  FollowVersionsAndClinics1795533960000,
  AnswerDoseChanges1795534020000,
  PartnerWall1795534500000,
  WallClinics1795534600000,
];
