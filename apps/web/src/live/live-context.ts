import { createContext, useContext } from 'react';
import type { LiveState } from './live-updates.js';

export interface LiveStanding {
  state: LiveState;
  /** `14:05`, since when it stands so. */
  since: string;
}

export const LiveContext = createContext<LiveStanding>({ state: 'connecting', since: '' });

/** Whether what is shown is up to date. */
export const useLiveStanding = (): LiveStanding => useContext(LiveContext);
