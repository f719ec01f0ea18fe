/** Whether this is the embedded start, with its sample patients and its movable clock: the gateway says so in the page. */
export const isEmbeddedStart = (): boolean =>
  document.querySelector<HTMLMetaElement>('meta[name=throughline-start]')?.content === 'embedded';

const switchKey = 'throughline.first-steps';
export const guideIsOpen = (): boolean => localStorage.getItem(switchKey) !== 'closed';
export const rememberGuide = (isOpen: boolean): void => localStorage.setItem(switchKey, isOpen ? 'open' : 'closed');
