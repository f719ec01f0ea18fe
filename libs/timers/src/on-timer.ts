import { SetMetadata } from '@nestjs/common';
import type { DueTimer, TimerContext } from './timer.js';

export const timerKindKey = 'throughline:timer-kind';

type HandlesTimer = <Method extends (timer: DueTimer, context: TimerContext) => Promise<void>>(
  target: object,
  propertyKey: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * Marks a controller's method as the handler of a kind of timer. It runs once per timer, in the transaction that marks the timer as
 * fired: an error rolls both back, and the timer is tried again after a pause. Lock first what whoever cancels the timer has locked,
 * then decide by what you read: in the meantime it may have been cancelled, and setting it again would revive it.
 */
export const OnTimer = (kind: string): HandlesTimer => SetMetadata(timerKindKey, kind);
