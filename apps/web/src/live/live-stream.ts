/** One thing that the server's stream said. */
export interface LiveMessage {
  event: 'hello' | 'beat' | 'paused' | 'reset' | 'hint' | 'lost';
  data: string;
}

/** Nothing for so long means: the connection is gone, whatever the browser believes. The server says something every 15 seconds. */
const silenceMs = 20_000;
const spoken = ['hello', 'beat', 'paused', 'reset', 'hint'] as const;

/**
 * The server's stream, shared by all tabs in which the same person works: browsers allow few connections to one place, and each stream holds
 * one for good. The tab that holds the lock listens and tells the others; when it is closed, the next one takes over. `lost` is ours: the
 * stream broke or fell silent. Returns how to stop.
 */
export function shareLiveStream(person: string, listener: (message: LiveMessage) => void): () => void {
  const name = `throughline-live ${person}`;
  const others = new BroadcastChannel(name);
  const end = new AbortController();
  others.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => heard(data));

  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let reopen: (() => void) | null = null;
  function heard(message: LiveMessage): void {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      listener({ event: 'lost', data: '' });
      reopen?.();
    }, silenceMs);
    listener(message);
  }

  function listen(): () => void {
    let source: EventSource | null = null;
    const tell = (message: LiveMessage): void => {
      heard(message);
      others.postMessage(message);
    };
    const open = (): void => {
      source?.close();
      source = new EventSource('/api/live');
      for (const event of spoken)
        source.addEventListener(event, ({ data }: MessageEvent<string>) => tell({ event, data }));
      source.addEventListener('error', () => tell({ event: 'lost', data: '' }));
    };
    open();
    reopen = open;
    return () => source?.close();
  }

  void navigator.locks
    .request(
      name,
      { signal: end.signal },
      () =>
        new Promise<void>((resolve) => {
          const stopListening = listen();
          end.signal.addEventListener('abort', () => {
            stopListening();
            resolve();
          });
        }),
    )
    .catch(() => undefined); // stopped while another tab was listening

  return () => {
    end.abort();
    others.close();
    clearTimeout(watchdog);
  };
}
