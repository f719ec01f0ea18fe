import { CreateScheduling1767225600000 } from './1767225600000-create-scheduling.js';
import { BookAppointments1795533900000 } from './20261124152500-book-appointments.js';

/** In the order in which they run. */
export const schedulingMigrations = [CreateScheduling1767225600000, BookAppointments1795533900000];
