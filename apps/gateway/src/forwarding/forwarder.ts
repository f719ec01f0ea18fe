import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BackendName } from '../gateway.settings.js';
import { type BackendAnswer, BackendAway, BackendClient, type BackendRequest } from './backend-client.js';

/** How long a request waits for a service that is being restarted. */
const patienceMs = 8000;
const shortestPauseMs = 25;
const longestPauseMs = 400;

/**
 * Sends a request on, again and again while the service is away, when repeating it is safe: it changes nothing, or carries
 * an Idempotency-Key, by which the service answers a repetition from what it stored.
 */
@Injectable()
export class Forwarder {
  constructor(private readonly client: BackendClient) {}

  /** Throws `BackendAway`. */
  async forward(backend: BackendName, request: BackendRequest): Promise<BackendAnswer> {
    const giveUpAt = performance.now() + patienceMs;
    for (let pauseMs = shortestPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return await this.client.send(backend, request);
      } catch (error) {
        const isWorthRepeating = error instanceof BackendAway && error.mayRepeat && isRepeatable(request);
        if (!isWorthRepeating || request.signal?.aborted || performance.now() + pauseMs > giveUpAt) throw error;
      }
      await pause(pauseMs);
    }
  }
}

const isRepeatable = ({ method, headers }: BackendRequest): boolean =>
  method === 'GET' || method === 'HEAD' || headers['idempotency-key'] !== undefined;
