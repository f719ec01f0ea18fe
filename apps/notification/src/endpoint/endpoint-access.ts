import { DomainError } from '#contracts';
import type { User } from '#platform';

/** Another organization's endpoints look like those of one that does not exist. */
export function requireOwn(user: User, partnerId: string): void {
  if (user.role === 'partner' && user.partnerId !== partnerId) {
    throw new DomainError('not-found', 'There is no such partner.');
  }
}
