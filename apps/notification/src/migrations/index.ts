import { CreateDirectoryAndDeliveries1767225600000 } from './1767225600000-create-directory-and-deliveries.js';
import { PartnerWall1795534500000 } from './1795534500000-partner-wall.js';
import { CreateHandoffLinks1795536000000 } from './1795536000000-create-handoff-links.js';
import { TellPartnersLater1795601810000 } from './1795601810000-tell-partners-later.js';
import { NumberMessages1795601830000 } from './1795601830000-number-messages.js';
import { EndpointsAndAttempts1795534800000 } from './20261124154000-endpoints-and-attempts.js';

/** In the order in which they run. */
export const notificationMigrations = [
  CreateDirectoryAndDeliveries1767225600000,
  PartnerWall1795534500000,
  EndpointsAndAttempts1795534800000,
  CreateHandoffLinks1795536000000,
  TellPartnersLater1795601810000,
  NumberMessages1795601830000,
];
