import { RateLimiterMemory } from 'rate-limiter-flexible';

const seconds = 600;
/** From one address within ten minutes. */
export const mostFailedSignIns = 20;

/** Whoever keeps failing to sign in is refused for a while; signing in well costs nothing. */
export class FailedSignIns {
  private readonly limiter = new RateLimiterMemory({ points: mostFailedSignIns, duration: seconds });

  /** Seconds to wait; null: may try. */
  async mustWait(address: string): Promise<number | null> {
    const tried = await this.limiter.get(address);
    return tried === null || tried.remainingPoints > 0 ? null : Math.ceil(tried.msBeforeNext / 1000);
  }

  async note(address: string): Promise<void> {
    await this.limiter.penalty(address);
  }
}
