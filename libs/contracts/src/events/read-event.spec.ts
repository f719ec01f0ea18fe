import { z } from 'zod';
import { defineEvent } from './event.js';
import { readEventData } from './read-event.js';

const visited = defineEvent({
  name: 'test.visited',
  topic: 'throughline.patient.v1',
  description: 'For this test.',
  data: z.strictObject({
    who: z.strictObject({ name: z.string() }),
    rooms: z.array(z.strictObject({ no: z.number() })),
  }),
});

describe('readEventData', () => {
  it('drops what a newer producer added, wherever it stands, and leaves the message as it was', () => {
    const message = { who: { name: 'a', nick: 'b' }, rooms: [{ no: 1 }, { no: 2, floor: 3 }], at: 'noon' };
    const copy = structuredClone(message);
    expect(readEventData(visited, message)).toEqual({ who: { name: 'a' }, rooms: [{ no: 1 }, { no: 2 }] });
    expect(message).toEqual(copy);
  });

  it('refuses data that does not fit, with and without additions', () => {
    expect(() => readEventData(visited, { who: { name: 1 }, rooms: [] })).toThrow(z.ZodError);
    expect(() => readEventData(visited, { who: {}, rooms: [], more: true })).toThrow(z.ZodError);
  });
});
