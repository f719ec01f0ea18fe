import { createTheme, Drawer, type MantineColorsTuple, Modal, Notification } from '@mantine/core';
import { en } from '../texts/en.js';

/** A quiet blue-green; status colours are reserved for status. */
const tide: MantineColorsTuple = [
  '#e8f4f8',
  '#d3e6ee',
  '#a5ccdd',
  '#74b1cb',
  '#4d9abc',
  '#358cb3',
  '#2483ae',
  '#14709a',
  '#05638b',
  '#00567b',
];

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: 8,
  autoContrast: true,
  colors: { tide },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.375rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // A cross says nothing to whoever cannot see it.
  components: {
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': en.actions.close } } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': en.actions.close } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': en.actions.close } } }),
  },
});
