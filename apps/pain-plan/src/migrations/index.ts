import { CreatePatientsAndPlans20261201090000 } from './20261201090000-create-patients-and-plans.js';
import { CreateCareTeam20261201090100 } from './20261201090100-create-care-team.js';
import { CreateTimelineAndMeasurements20261201090200 } from './20261201090200-create-timeline-and-measurements.js';
import { CreateVersionRouting20261201090300 } from './20261201090300-create-version-routing.js';
import { CreateWatchNotices20261203090500 } from './20261203090500-create-watch-notices.js';
import { CopyContests20261204154000 } from './20261204154000-copy-contests.js';
import { ArchiveRulesets20261203120000 } from './20261203120000-archive-rulesets.js';
import { MarkVersionsInError20261203110000 } from './20261203110000-mark-versions-in-error.js';
import { LinkTimeline1795600100000 } from './1795600100000-link-timeline.js';
import { PartnerWall1795534500000 } from './1795534500000-partner-wall.js';

/** In the order in which they run. */
export const painPlanMigrations = [
  CreatePatientsAndPlans20261201090000,
  CreateCareTeam20261201090100,
  CreateTimelineAndMeasurements20261201090200,
  CreateVersionRouting20261201090300,
  CreateWatchNotices20261203090500,
  MarkVersionsInError20261203110000,
  ArchiveRulesets20261203120000,
  PartnerWall1795534500000,
  CopyContests20261204154000,
  LinkTimeline1795600100000,
];
