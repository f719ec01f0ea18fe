import { TimerTables1767225520000 } from './timer-tables.migration.js';

export { OnTimer } from './on-timer.js';
export { type DueTimer, type Timer, type TimerContext } from './timer.js';
export { Timers } from './timers.js';
export { TimersModule } from './timers.module.js';
/** To be listed with the service's own migrations. */
export const timersMigrations = [TimerTables1767225520000];
