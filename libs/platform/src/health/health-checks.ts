import { Injectable } from '@nestjs/common';

/** Resolves when all is well; throws, or resolves to a sentence, when it is not. */
export type HealthCheck = () => Promise<string | void> | string | void;

const slowestAnswerMs = 2000;

/** What makes a service ready. Libraries and features register their own. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** What is not ready, by name; empty when everything is. */
  async troubles(): Promise<Record<string, string>> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await troubleOf(check)] as const),
    );
    return Object.fromEntries(results.filter((result): result is readonly [string, string] => result[1] !== null));
  }
}

async function troubleOf(check: HealthCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${slowestAnswerMs} ms`), slowestAnswerMs);
  });
  try {
    return (await Promise.race([Promise.resolve(check()), tooSlow])) || null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    // A connection refused at several addresses is an error without words: its code says what is wrong.
    return error.message || (error as NodeJS.ErrnoException).code || error.name;
  } finally {
    clearTimeout(timer);
  }
}
