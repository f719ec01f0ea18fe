import type { Medication } from '#contracts';

/** Medicines that patients name most; what is not here needs its class said. */
const ingredients: Partial<Record<Medication['class'], readonly string[]>> = {
  nsaid: ['ibuprofen', 'naproxen', 'diclofenac', 'meloxicam', 'celecoxib', 'etodolac', 'ketorolac', 'indomethacin'],
  acetaminophen: ['acetaminophen', 'paracetamol'],
  'muscle-relaxant': ['cyclobenzaprine', 'tizanidine', 'methocarbamol', 'baclofen', 'carisoprodol', 'metaxalone'],
  gabapentinoid: ['gabapentin', 'pregabalin'],
  snri: ['duloxetine', 'venlafaxine', 'milnacipran'],
  tca: ['amitriptyline', 'nortriptyline', 'desipramine', 'doxepin'],
  anticonvulsant: ['carbamazepine', 'oxcarbazepine', 'topiramate', 'lamotrigine', 'valproate'],
  topical: ['lidocaine', 'capsaicin', 'diclofenac gel'],
  triptan: ['sumatriptan', 'rizatriptan', 'eletriptan', 'zolmitriptan'],
  gepant: ['rimegepant', 'ubrogepant', 'atogepant'],
  ditan: ['lasmiditan'],
  'cgrp-mab': ['erenumab', 'fremanezumab', 'galcanezumab', 'eptinezumab'],
  'steroid-taper': ['prednisone', 'methylprednisolone', 'dexamethasone'],
  benzodiazepine: ['diazepam', 'lorazepam', 'clonazepam', 'alprazolam'],
  opioid: ['tramadol', 'hydrocodone', 'oxycodone', 'morphine', 'tapentadol', 'buprenorphine', 'fentanyl', 'codeine'],
};

const classes = Object.entries(ingredients).flatMap(([kind, names]) =>
  names.map((name): [string, Medication['class']] => [name, kind as Medication['class']]),
);

/** The class of a medicine named in free words; null when the words name none, or more than one. */
export function classOf(words: string): Medication['class'] | null {
  const text = words.toLowerCase();
  // The longest name wins: a gel is another class than the tablet.
  const named = classes.filter(([name]) => text.includes(name)).sort(([a], [b]) => b.length - a.length);
  const [first] = named;
  if (!first) return null;
  return named.every(([name, kind]) => kind === first[1] || first[0].includes(name)) ? first[1] : null;
}
