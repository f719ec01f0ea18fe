import { DeidentifiedExport } from './deidentified-export.js';
import { LoopRows } from './loop-rows.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsQueries } from './statistics.queries.js';

export const statisticsControllers = [StatisticsController];
export const statisticsProviders = [LoopRows, StatisticsQueries, DeidentifiedExport];
