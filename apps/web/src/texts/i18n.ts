import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';

/** English for now. Another language is one more file of the same shape. */
export const startTexts = (): Promise<unknown> =>
  i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
