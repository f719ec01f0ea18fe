import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Links cannot be guessed (256 random bits); this keeps whoever tries from being a burden. */
@Injectable()
export class LinkAttempts {
  private readonly limiter = new RateLimiterMemory({ points: 120, duration: 60 });

  /** Throws 429 after 120 calls within a minute from one address. */
  async count(address: string): Promise<void> {
    try {
      await this.limiter.consume(address);
    } catch (error) {
      if (error instanceof Error) throw error;
      throw new HttpException('Too many attempts: wait a minute.', HttpStatus.TOO_MANY_REQUESTS);
    }
  }
}
