import type { Type } from '@nestjs/common';
import { type EventConsumer, type EventProducer, KafkaClient } from '../../src/transport/kafka-client.js';

/** Where a child process dies by `kill -9`. */
export type CrashPoint =
  | 'relay: after commit, before send'
  | 'relay: after send, before delete'
  | 'consumer: in the handler, before commit'
  | 'consumer: after commit, before offset';

export function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // Nothing may run between the signal and its effect.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('unreachable');
}

/** The client that dies at its named point; the handler's point is in the child's script. */
export function crashingClient(point: CrashPoint): Type<KafkaClient> {
  return class CrashingKafkaClient extends KafkaClient {
    override async producer(): Promise<EventProducer> {
      const producer = await super.producer();
      return {
        disconnect: () => producer.disconnect(),
        send: async (messages) => {
          if (point === 'relay: after commit, before send') die();
          await producer.send(messages);
          if (point === 'relay: after send, before delete') die();
        },
      };
    }

    override consumer(...[topics, listener]: Parameters<KafkaClient['consumer']>): Promise<EventConsumer> {
      return super.consumer(topics, {
        ...listener,
        onBatch: (batch) =>
          listener.onBatch({
            ...batch,
            resolve: (offset) => {
              if (point === 'consumer: after commit, before offset') die();
              batch.resolve(offset);
            },
          }),
      });
    }
  };
}
