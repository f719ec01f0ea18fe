import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { get } from '../api/client.js';

const NowContext = createContext<Date>(new Date());

/** The server's time: the embedded start can move it, so the browser's own does not count. */
export function ServerClock({ children }: { children: ReactNode }): ReactNode {
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: ({ signal }) => get<{ now: string }>('/api/clock', signal),
    refetchInterval: 60_000,
  });
  const [read, setRead] = useState(() => ({ server: Date.now(), own: performance.now() }));
  const [, tick] = useState(0);
  useEffect(() => {
    if (data) setRead({ server: new Date(data.now).getTime(), own: performance.now() });
  }, [data]);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const now = new Date(read.server + performance.now() - read.own);
  return <NowContext value={now}>{children}</NowContext>;
}

/** What stands in here does not grow older: nothing is known of it since then. */
export function StoppedClock({ isStopped, children }: { isStopped: boolean; children: ReactNode }): ReactNode {
  const now = useNow();
  const [stopped, stop] = useState<Date | null>(null);
  if (isStopped !== (stopped !== null)) stop(isStopped ? now : null);
  return <NowContext value={stopped ?? now}>{children}</NowContext>;
}

export const useNow = (): Date => useContext(NowContext);
