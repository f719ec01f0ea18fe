import type { TFunction } from 'i18next';
import type { Said } from './use-answers.js';

/** What the server has done, in a sentence. */
export function saidInWords(said: Said, t: TFunction): string {
  if ('referral' in said) return `${t(`handoff.said.${said.saying.event}`)}.`;
  if (said.saying.kind === 'contest') return `${t('handoff.said.contested')}.`;
  return `${t('handoff.said.acknowledged', { version: said.handoff.throughVersion })}.`;
}
