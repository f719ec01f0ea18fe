import type { Patient } from '#contracts';

/** As a confirmation names somebody: the name and the record number, so that two of the same name are told apart. */
export const nameOf = ({ name, recordNumber }: Pick<Patient, 'name' | 'recordNumber'>): string =>
  `${name.given} ${name.family} (${recordNumber})`;
