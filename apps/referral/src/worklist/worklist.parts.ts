import { AskForMissing } from './ask-for-missing.use-case.js';
import { BlockingNewsController } from './blocking-news.controller.js';
import { BulkAct } from './bulk-act.use-case.js';
import { BulkController } from './bulk.controller.js';
import { BulkRepository } from './bulk.repository.js';
import { DeliveryNewsController } from './delivery-news.controller.js';
import { ExportController } from './export.controller.js';
import { FollowNews } from './follow-news.use-case.js';
import { HandoffCountsQueries } from './handoff-counts.queries.js';
import { HandoffExport } from './handoff-export.js';
import { ListClocks } from './list-clocks.js';
import { ListMoments } from './list-moments.js';
import { ListTimersController } from './list-timers.controller.js';
import { MarkController } from './mark.controller.js';
import { MarkHandoff } from './mark-handoff.use-case.js';
import { NewsCopyRepository } from './news-copy.repository.js';
import { PacketQueries } from './packet.queries.js';
import { RemindPartner } from './remind-partner.use-case.js';
import { UndoBulk } from './undo-bulk.use-case.js';
import { ViewsController } from './views.controller.js';
import { ViewsRepository } from './views.repository.js';

/** The coordinator's list around the handoffs; part of the one module, because it decides with them in one transaction. */
export const worklistControllers = [
  MarkController,
  BulkController,
  ViewsController,
  ExportController,
  DeliveryNewsController,
  BlockingNewsController,
  ListTimersController,
];

export const worklistProviders = [
  ListMoments,
  ListClocks,
  NewsCopyRepository,
  PacketQueries,
  HandoffCountsQueries,
  HandoffExport,
  MarkHandoff,
  AskForMissing,
  RemindPartner,
  FollowNews,
  BulkRepository,
  BulkAct,
  UndoBulk,
  ViewsRepository,
];
