import type { StoredDelivery } from '../delivery/delivery.repository.js';
import type { StoredEndpoint } from '../endpoint/endpoint.repository.js';
import type { PreparedLetter } from './letters.js';

/** What one instance has in hand: one message, or for a daily mail all that it tells of. */
export interface Consignment {
  endpoint: StoredEndpoint;
  deliveries: readonly StoredDelivery[];
  lease: string;
  /** The database's own clock, which nobody can move. */
  sentAt: Date;
  letter: PreparedLetter | null;
}
