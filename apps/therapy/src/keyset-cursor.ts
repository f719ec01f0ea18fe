export { readCursor } from '#platform';
