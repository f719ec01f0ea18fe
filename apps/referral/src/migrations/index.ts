import type { MigrationInterface } from 'typeorm';
import type { Type } from '@nestjs/common';
import { CreateProjections20261201100000 } from './20261201100000-create-projections.js';
import { CreateHandoffs20261201100100 } from './20261201100100-create-handoffs.js';
import { CreateWorkItemsAndReferrals20261201100200 } from './20261201100200-create-work-items-and-referrals.js';
import { CloseTheReferralLoop20261204154500 } from './20261204154500-close-the-referral-loop.js';
import { MarkCorrections20261203110000 } from './20261203110000-mark-corrections.js';
import { NoteRulesOfVersions20261204093000 } from './20261204093000-note-rules-of-versions.js';
import { TakeWorkItems20261203100000 } from './20261203100000-take-work-items.js';
import { PartnerWall1795534500000 } from './1795534500000-partner-wall.js';
import { DecidePlateaus20261203123800 } from './20261203123800-decide-plateaus.js';
import { SeeBehindTheWall1795534600000 } from './1795534600000-see-behind-the-wall.js';
import { WorkTheList20261204152000 } from './20261204152000-work-the-list.js';
import { SaveViewsAndBulks20261204153000 } from './20261204153000-save-views-and-bulks.js';
import { CountTheLoops1795600000000 } from './1795600000000-count-the-loops.js';
import { FollowAppointments1795600100000 } from './1795600100000-follow-appointments.js';
import { FindByReplyCode1795601820000 } from './1795601820000-find-by-reply-code.js';
import { HandOverWork1795600200000 } from './1795600200000-hand-over-work.js';
import { AskForAdvice1795603000000 } from './1795603000000-ask-for-advice.js';

/** In the order in which they run; a released one is never edited. */
export const migrations: Type<MigrationInterface>[] = [
  CreateProjections20261201100000,
  CreateHandoffs20261201100100,
  CreateWorkItemsAndReferrals20261201100200,
  TakeWorkItems20261203100000,
  MarkCorrections20261203110000,
  NoteRulesOfVersions20261204093000,
  PartnerWall1795534500000,
  DecidePlateaus20261203123800,
  CloseTheReferralLoop20261204154500,
  WorkTheList20261204152000,
  SaveViewsAndBulks20261204153000,
  SeeBehindTheWall1795534600000,
  CountTheLoops1795600000000,
  FollowAppointments1795600100000,
  HandOverWork1795600200000,
  FindByReplyCode1795601820000,
  AskForAdvice1795603000000,
];
