/** A pause that ends early when somebody calls; a call that came just before the pause is not lost. */
export class Waker {
  private isCalled = false;
  private resume: (() => void) | null = null;

  wake(): void {
    this.isCalled = true;
    this.resume?.();
  }

  /** Calls up to now are answered by what follows. */
  forget(): void {
    this.isCalled = false;
  }

  async sleep(ms: number): Promise<void> {
    if (this.isCalled) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.resume = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    this.resume = null;
  }
}
