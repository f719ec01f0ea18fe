import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get, post, Refused } from '../api/client.js';
import { keys } from '../api/keys.js';

export type Role = 'coordinator' | 'physician' | 'partner' | 'administrator' | 'operator';

export interface Me {
  name: string;
  role: Role;
  partnerId: string | null;
}

/** Null: nobody is signed in. Also asked before there is anything to draw. */
export const whoAmI = {
  queryKey: keys.me(),
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Me | null> => {
    try {
      return await get<Me>('/api/session', signal);
    } catch (error) {
      if (error instanceof Refused && error.isSignedOut) return null;
      throw error;
    }
  },
  staleTime: 60_000,
};

export const useMe = (): UseQueryResult<Me | null> => useQuery(whoAmI);

export const signInAddress = (to: string): string => `/api/session/sign-in?to=${encodeURIComponent(to)}`;

export async function signOut(): Promise<void> {
  await post('/api/session/sign-out');
  window.location.assign('/');
}

/** Where each role begins its day. */
export const homeOf: Readonly<Record<Role, string>> = {
  coordinator: '/board',
  physician: '/panel',
  partner: '/inbox',
  administrator: '/deliveries',
  operator: '/flow',
};
