import { createServer, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const host = '127.0.0.1';

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => server.close(() => resolve(true)))
      .listen(port, host);
  });
}

export async function takenPorts(ports: readonly number[]): Promise<number[]> {
  const free = await Promise.all(ports.map(isFree));
  return ports.filter((_, index) => !free[index]);
}

/** As many free ports as asked for, all different. Somebody else may take one before you do. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  try {
    return await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((resolve, reject) => {
            server.once('error', reject).listen(0, host, () => {
              const address = server.address();
              resolve(typeof address === 'object' && address ? address.port : 0);
            });
          }),
      ),
    );
  } finally {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host)
      .once('connect', () => (socket.destroy(), resolve(true)))
      .once('error', () => resolve(false));
  });
}

export interface Patience {
  timeoutMs: number;
  /** Ends the wait at once: the process we wait for is gone. */
  isHopeless: () => boolean;
  pauseMs?: number;
}

/** True as soon as `isThere` says so, false when it never does. */
export async function waitUntil(isThere: () => Promise<boolean>, patience: Patience): Promise<boolean> {
  const giveUpAt = performance.now() + patience.timeoutMs;
  for (;;) {
    if (await isThere()) return true;
    if (patience.isHopeless() || performance.now() > giveUpAt) return false;
    await pause(patience.pauseMs ?? 50);
  }
}
