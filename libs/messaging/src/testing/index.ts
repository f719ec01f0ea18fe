export { appendedEvents } from './appended-events.js';
export { deliver } from './deliver.js';
export { eventSpy, type EventSpy, type SeenEvent } from './event-spy.js';
