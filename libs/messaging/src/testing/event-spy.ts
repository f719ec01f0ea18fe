import type { INestApplicationContext } from '@nestjs/common';
import type { CloudEvent, EventDefinition } from '#contracts';
import type { EventOf } from '../transport/on-event.js';
import { EventHandling, type HandlingOutcome } from '../transport/event-handling.js';

export interface SeenEvent {
  event: CloudEvent;
  outcome: HandlingOutcome;
}

export interface EventSpy {
  /** Everything settled since the spy began, in the order of the commits. */
  readonly seen: readonly SeenEvent[];
  /** Resolves when what was seen satisfies `isEnough`; at once when it does already. */
  until(isEnough: (seen: readonly SeenEvent[]) => boolean): Promise<void>;
  /** Resolves with the first event of this kind (that `matches`) that took effect, also when it did before the call. */
  handled<Definition extends EventDefinition>(
    definition: Definition,
    matches?: (event: EventOf<Definition>) => boolean,
  ): Promise<EventOf<Definition>>;
}

/**
 * Watches what an application's handlers settle, so that a test can await the event instead of sleeping. Begin it before what you
 * await. Waits without a limit of its own: the test's limit applies.
 */
export function eventSpy(app: INestApplicationContext): EventSpy {
  const seen: SeenEvent[] = [];
  const waiting = new Set<() => void>();
  app.get(EventHandling, { strict: false }).onOutcome((event, outcome) => {
    seen.push({ event, outcome });
    for (const check of [...waiting]) check();
  });
  const until = (isEnough: (seen: readonly SeenEvent[]) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        try {
          if (!isEnough(seen)) return;
          resolve();
        } catch (error) {
          reject(error as Error);
        }
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  return {
    seen,
    until,
    async handled(definition, matches = () => true) {
      type Wanted = EventOf<typeof definition>;
      const find = (): SeenEvent | undefined =>
        seen.find(
          ({ event, outcome }) => outcome === 'done' && event.type === definition.type && matches(event as Wanted),
        );
      await until(() => find() !== undefined);
      return find()?.event as Wanted;
    },
  };
}
