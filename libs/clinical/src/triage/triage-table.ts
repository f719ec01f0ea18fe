import type { Imaging, RedFlag, TriageUrgency } from '#contracts';

export type RedFlagKind = RedFlag['kind'];

/** What must not go on. The first three stand in the plan as restrictions of therapy; the others are said to people. */
export type Hold = 'hold-all' | 'hold-loading' | 'no-bend-lift-twist' | 'procedures' | 'drug' | 'taper';

/** What makes an emergency of a kind that otherwise is none. */
export type Aggravation = 'neurologic-sign' | 'implant' | 'with-plan' | 'pump-withdrawal';

export interface Study {
  modality: Imaging['modality'];
  /** Instead, when something metal or electric is implanted. */
  ifDevice?: Imaging['modality'];
  /** Null: where the finding is. */
  region: string | null;
  urgency: Imaging['urgency'];
  withinDays: number;
  contrast?: boolean;
  /** As the imaging site reads it. */
  reason: string;
}

export interface TriageRow {
  /** What counts as it. */
  qualifies: string;
  urgency: TriageUrgency;
  emergencyWith: readonly Aggravation[];
  /** What whoever has the patient on the phone says or does now. */
  response: readonly string[];
  study: Study | null;
  tests: readonly string[];
  holds: readonly Hold[];
  /** True: only the region of the finding is not loaded; false: nothing is. */
  holdsRegion: boolean;
  /** Rules that carry it to people once it stands in the plan; imaging brings AU-06 and empty roles CO-01 besides. */
  told: readonly string[];
  /** Lesser kinds that are a part of this one: together they are one alarm. */
  includes: readonly RedFlagKind[];
  /** False: what is known and unchanged is nothing new. True: it alarms even so. */
  alarmsWhenKnown: boolean;
  /** False: it asks for an appointment, not for another plan. */
  changesPlan: boolean;
  /** To be asked in these words. */
  questions: readonly string[];
  /** S: the article, by section; C: checked against the source of that number; P: our decision. */
  origin: readonly string[];
}

const row = (
  facts: Pick<TriageRow, 'qualifies' | 'urgency' | 'response' | 'told' | 'questions' | 'origin'> & Partial<TriageRow>,
): TriageRow => ({
  emergencyWith: [],
  study: null,
  tests: [],
  holds: [],
  holdsRegion: false,
  includes: [],
  alarmsWhenKnown: true,
  changesPlan: true,
  ...facts,
});

export const emergencyDepartment = 'The patient goes to the emergency department now.';
export const today = 'The patient is seen today.';
const callIfWorse = 'Call at once when it gets worse, or when bladder, bowel or both legs are concerned.';

/**
 * Red flags: what counts as one, how fast it is answered, what is looked for, what stops, who hears of it.
 * Response times count from the report; an emergency never waits for a payer.
 */
export const triageTable: Record<RedFlagKind, TriageRow> = {
  'cauda-equina': row({
    qualifies:
      'New incontinence or retention, numbness of the saddle, or weakness of both legs, with back or leg symptoms.',
    urgency: 'emergency',
    response: [emergencyDepartment],
    study: {
      modality: 'mri',
      region: 'lumbar spine',
      urgency: 'emergency',
      withinDays: 0,
      reason: 'new bladder, saddle or leg signs: cauda equina',
    },
    holds: ['hold-all'],
    told: ['PH-01', 'CO-02', 'SP-02', 'PT-30', 'PF-08', 'IM-01', 'PX-08'],
    includes: ['progressive-weakness', 'urgent-symptom'],
    alarmsWhenKnown: false,
    questions: [
      'Is there trouble holding or passing water or stool? Since when? Was it so before?',
      'Is the skin between the legs numb?',
      'Are both legs weak?',
    ],
    origin: ['S4', 'C16'],
  }),
  'progressive-weakness': row({
    qualifies: 'Strength on one side that got worse.',
    urgency: 'same-day',
    response: [today, callIfWorse],
    study: { modality: 'mri', region: null, urgency: 'same-day', withinDays: 1, reason: 'strength is getting worse' },
    holds: ['hold-loading'],
    told: ['PH-01', 'SD-06', 'SP-02', 'PT-30', 'IM-01', 'PX-09'],
    includes: ['urgent-symptom'],
    alarmsWhenKnown: false,
    questions: ['Which movement is weaker than before, on which side?', 'Since when, and is it still getting worse?'],
    origin: ['S4', 'S7', 'C16'],
  }),
  'cord-compression': row({
    qualifies:
      'Cancer, now or in the past, with weakness of a limb, unsteady gait, a level below which feeling is lost, or a change of bladder or bowel.',
    urgency: 'emergency',
    response: [emergencyDepartment, 'The patient lies flat until the spine is known to be stable.'],
    study: {
      modality: 'mri',
      region: 'whole spine',
      urgency: 'emergency',
      withinDays: 1,
      reason: 'suspected compression of the cord',
    },
    holds: ['hold-all'],
    told: ['PH-01', 'CO-02', 'SP-02', 'PT-30', 'IM-01', 'PX-08', 'ON-02', 'RO-05'],
    includes: ['cauda-equina', 'progressive-weakness', 'cancer-history-pain', 'urgent-symptom'],
    questions: [
      'Was there ever a cancer?',
      'Are the legs weak or the walk unsteady?',
      'Is there a line on the body below which feeling is less?',
      'Did bladder or bowel change?',
    ],
    origin: ['S3', 'C15'],
  }),
  'cancer-history-pain': row({
    qualifies: 'A history of cancer with spinal pain that is new, wakes at night or never lets up; no neurologic sign.',
    urgency: 'within-2-bd',
    response: ['The physician decides within two business days.', callIfWorse],
    study: {
      modality: 'mri',
      region: null,
      urgency: 'urgent',
      withinDays: 7,
      reason: 'new spinal pain, stability of the structure',
    },
    holds: ['hold-loading'],
    holdsRegion: true,
    told: ['PH-01', 'ON-02', 'PT-31', 'IM-01'],
    includes: ['urgent-symptom'],
    questions: ['Was there ever a cancer?', 'Does the pain wake at night, or never let up?'],
    origin: ['S4', 'C15'],
  }),
  'fever-spine': row({
    qualifies: 'Fever with pain of the spine, no procedure before it.',
    urgency: 'same-day',
    emergencyWith: ['neurologic-sign'],
    response: [today],
    study: {
      modality: 'mri',
      region: null,
      urgency: 'same-day',
      withinDays: 0,
      contrast: true,
      reason: 'fever with spinal pain',
    },
    tests: ['blood count, C-reactive protein and blood cultures'],
    // Therapy is told to hold by PT-30, so the plan says so too.
    holds: ['procedures', 'hold-loading'],
    told: ['PH-01', 'PC-12', 'SD-07', 'PT-30'],
    questions: ['What temperature, since when?', 'Is there new weakness, numbness or trouble with the bladder?'],
    origin: ['S4', 'C16'],
  }),
  'fever-after-procedure': row({
    qualifies: 'Fever, a change of the wound or a stiff neck within 30 days of a needle or a device.',
    urgency: 'same-day',
    emergencyWith: ['neurologic-sign', 'implant'],
    response: [today, 'Nobody opens or presses the wound.'],
    study: {
      modality: 'mri',
      ifDevice: 'ct',
      region: null,
      urgency: 'same-day',
      withinDays: 0,
      contrast: true,
      reason: 'fever after a procedure: infection',
    },
    tests: ['blood count, C-reactive protein and blood cultures'],
    holds: ['procedures', 'hold-loading'],
    told: ['PH-01', 'SD-07', 'PC-12', 'PT-30'],
    includes: ['fever-spine'],
    questions: [
      'Which procedure, on which day?',
      'Is the wound red, swollen, open or wet?',
      'Is the neck stiff, or is there weakness or numbness?',
    ],
    origin: ['S9', 'C'],
  }),
  'weight-loss': row({
    qualifies: 'At least 5 % of body weight lost in 6 to 12 months without wanting to.',
    urgency: 'within-5-bd',
    response: ['Primary care works it up within five business days.'],
    tests: ['by the work-up of primary care'],
    told: ['PH-01', 'PC-12'],
    questions: ['How much weight, over how long?', 'Was it intended?'],
    origin: ['S4', 'C'],
  }),
  'neuro-after-neuraxial': row({
    qualifies:
      'New weakness, numbness or severe back pain within 48 hours of a spinal procedure; more likely with a blood thinner.',
    urgency: 'emergency',
    response: [emergencyDepartment, 'Say which procedure it was, when, and which blood thinner is taken.'],
    study: {
      modality: 'mri',
      region: null,
      urgency: 'emergency',
      withinDays: 0,
      reason: 'neurologic signs after a spinal procedure',
    },
    holds: ['hold-all'],
    told: ['PH-01', 'CO-02', 'SP-02', 'PT-30', 'IM-01', 'PX-08'],
    includes: ['progressive-weakness', 'urgent-symptom'],
    questions: ['Which procedure, at what hour?', 'Is a blood thinner taken, when last?', 'What is weak or numb?'],
    origin: ['S9', 'C11'],
  }),
  'postural-headache': row({
    qualifies: 'A headache that comes with sitting up and goes with lying down, within 7 days of an epidural.',
    urgency: 'same-day',
    response: [today, 'Lying down, drinking, no straining until then.'],
    holds: ['hold-loading'],
    told: ['PH-01', 'SD-06', 'PT-30', 'PX-09'],
    questions: ['Does it come with sitting up and go with lying down?', 'Is there fever or a stiff neck?'],
    origin: ['S9', 'C'],
  }),
  'gi-bleed': row({
    qualifies: 'Black stool or vomiting blood while taking an NSAID or a steroid.',
    urgency: 'emergency',
    response: [emergencyDepartment, 'No further dose of the NSAID or steroid until the clinic confirms.'],
    told: ['PH-01', 'CO-02', 'PC-12', 'RX-16', 'PX-08'],
    questions: ['Is the stool black, or is blood vomited?', 'Which pain medicine was taken, when last?'],
    origin: ['S5', 'S9'],
  }),
  'sedation-overdose': row({
    qualifies: 'Cannot be roused, or breathes slowly.',
    urgency: 'emergency',
    response: ['Call 911.', 'Give naloxone now if it is there; stay with the patient.'],
    told: ['PH-01', 'CO-02', 'PX-08'],
    questions: ['Does the patient wake when shaken?', 'How many breaths a minute?', 'Is naloxone in the house?'],
    origin: ['S5', 'C9'],
  }),
  withdrawal: row({
    qualifies: 'Distress while a medicine is being tapered.',
    urgency: 'same-day',
    response: [today, 'The physician decides today whether the taper pauses.'],
    holds: ['taper'],
    told: ['PH-01', 'SD-06', 'BH-12', 'RX-16', 'PX-09'],
    questions: ['Which step of the taper, since when?', 'Are there thoughts of not wanting to live?'],
    origin: ['S5', 'C10'],
  }),
  'severe-rash': row({
    qualifies: 'A rash with fever, or in mouth or eyes, while taking an anticonvulsant.',
    urgency: 'emergency',
    response: [emergencyDepartment, 'No further dose of the anticonvulsant until the clinic confirms.'],
    holds: ['drug'],
    told: ['PH-01', 'CO-02', 'PC-12', 'RX-16', 'PX-08'],
    questions: ['Is there fever?', 'Are mouth, eyes or private parts sore?', 'Which medicine, started when?'],
    origin: ['C21'],
  }),
  device: row({
    qualifies: 'A wound over an implanted device, a sudden loss of its effect, or the alarm of a pump.',
    urgency: 'same-day',
    emergencyWith: ['pump-withdrawal'],
    response: [today],
    study: { modality: 'xray', region: null, urgency: 'same-day', withinDays: 0, reason: 'position of the device' },
    tests: ['interrogation of the device'],
    holds: ['no-bend-lift-twist'],
    told: ['PH-01', 'SD-06', 'PT-30', 'PX-09'],
    questions: [
      'Is the skin over the device red, open or wet?',
      'When did the effect stop? Does the pump sound an alarm?',
      'Pump: is there itching, cramping, fever or confusion?',
    ],
    origin: ['S6', 'C'],
  }),
  'headache-alarm': row({
    qualifies:
      'The worst headache ever, within seconds; or a headache with fever, a neurologic sign or after an injury.',
    urgency: 'emergency',
    response: [emergencyDepartment],
    study: {
      modality: 'ct',
      region: 'head',
      urgency: 'emergency',
      withinDays: 0,
      reason: 'headache with alarm features',
    },
    told: ['PH-01', 'CO-02', 'NE-05', 'PX-08'],
    questions: ['How fast did it come? Is it the worst ever?', 'Fever, weakness, trouble to speak, an injury?'],
    origin: ['S3', 'C'],
  }),
  fracture: row({
    qualifies: 'An injury; or a minor strain with osteoporosis or after long use of steroids.',
    urgency: 'same-day',
    response: [today, 'No weight on it until it is seen.'],
    study: { modality: 'xray', region: null, urgency: 'same-day', withinDays: 0, reason: 'suspected fracture' },
    holds: ['hold-loading'],
    told: ['PH-01', 'SD-06', 'PT-30', 'IM-01', 'PX-09'],
    questions: ['What happened?', 'Is osteoporosis known, or was a steroid taken for long?'],
    origin: ['C16'],
  }),
  'self-harm': row({
    qualifies: 'A positive safety item of a questionnaire, or the patient says so.',
    urgency: 'same-day',
    emergencyWith: ['with-plan'],
    response: [
      'Stay on the line; do not leave the patient alone.',
      'Connect with the crisis line 988; with a plan call 911.',
    ],
    told: ['PH-01', 'BH-08', 'PX-09'],
    questions: [
      'Are there thoughts of harming yourself?',
      'Is there a plan, and the means for it?',
      'Who is with you?',
    ],
    origin: ['S4', 'P'],
  }),
  'urgent-symptom': row({
    qualifies: 'Stable new weakness, pain that escalates, spasms that kill sleep, or new pain that radiates.',
    urgency: 'within-7-days',
    response: ['An appointment within seven days; today when a same-day slot is free.', callIfWorse],
    told: ['SD-06'],
    alarmsWhenKnown: false,
    changesPlan: false,
    questions: [
      'Is there new weakness? Did it stay the same since it came?',
      'Is the pain escalating, or do spasms keep you from sleeping?',
      'Does pain run down a limb that did not before?',
    ],
    origin: ['S3', 'S11'],
  }),
};
