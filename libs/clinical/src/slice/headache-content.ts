import type { Diagnosis, Medication } from '#contracts';

const groups: readonly string[] = [
  'migraine',
  'occipital-neuralgia',
  'trigeminal-neuralgia',
  'peripheral-neuropathy',
  'post-herpetic-neuralgia',
];
/** ICD-10-CM: headaches, and diseases of single nerves, for a diagnosis that has no group. */
const codes = /^(G4[34]|G5\d|G6[0-3]|M54\.81|R51|B02\.2)/;

export const isOfHeadOrNerve = ({ group, code }: Diagnosis): boolean =>
  group === undefined ? codes.test(code) : groups.includes(group);

/** Preventives and rescue drugs, and what else calms a nerve. */
const classes: readonly string[] = [
  'triptan',
  'gepant',
  'ditan',
  'cgrp-mab',
  'anticonvulsant',
  'gabapentinoid',
  'muscle-relaxant',
  'snri',
  'tca',
];
export const isForHeadOrNerve = (medication: Medication): boolean => classes.includes(medication.class);
