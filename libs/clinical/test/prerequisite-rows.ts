import type { PartnerRole, PlanDocumentInput } from '#contracts';

type Procedure = NonNullable<PlanDocumentInput['procedures']>[number];
type Diagnosis = NonNullable<PlanDocumentInput['diagnoses']>[number];

export const override = { reason: 'knowingly', by: 'Dr. One' };
const seen: Diagnosis['evidence'] = [
  { kind: 'exam', text: 'straight leg raise', concordance: 'concordant' },
  { kind: 'imaging', concordance: 'concordant' },
];

const diagnosis = (group: NonNullable<Diagnosis['group']>, more: Partial<Diagnosis> = {}): Diagnosis => ({
  id: 'd1',
  code: 'M54.16',
  group,
  status: 'confirmed',
  ...more,
});
const rehab: PlanDocumentInput['rehab'] = [
  { id: 'r1', discipline: 'physical-therapy', diagnosisId: 'd1', status: 'active' },
];
const done = (id: string, type: Procedure['type'], day: string, more: Partial<Procedure> = {}): Procedure => ({
  id,
  type,
  intent: 'therapeutic',
  status: 'done',
  doneAt: `${day}T10:00:00-04:00`,
  ...more,
});
const evaluated = (clearance: 'pending' | 'cleared'): PlanDocumentInput['behavioral'] => [
  { id: 'b1', kind: 'pre-implant-evaluation', status: 'completed', clearance },
];
const helped = { reliefPercent: 60, function: 'better' } as const;
const pumpTrial = done('t', 'intrathecal-pump', '2027-05-01', { intent: 'trial', result: helped });
const onKnee = (day: string | undefined): PlanDocumentInput => ({
  patientContext: { plannedSurgery: [{ id: 's1', region: 'left knee', ...(day ? { date: day } : {}) }] },
});
const steroid = { agent: 'dexamethasone', mg: 10 };
/** Epidural sessions of the low back, three weeks apart. */
const sessions = (count: number): Procedure[] =>
  ['2026-12-01', '2027-02-01', '2027-03-01', '2027-05-01']
    .slice(0, count)
    .map((day, index) => done(`e${index}`, 'esi-caudal', day));

/** A procedure that is asked to enter a plan, and the answer. */
export interface PrerequisiteRow {
  /** What is asked of the plan. */
  title: string;
  procedure: Partial<Procedure> & Pick<Procedure, 'type'>;
  plan?: PlanDocumentInput;
  team?: readonly PartnerRole[];
  /** The field that is named; none: it may be published. */
  field?: string;
  found?: string;
  overridable?: boolean;
}

const booked: Partial<Procedure> = { status: 'scheduled', scheduledAt: '2027-06-20T10:00:00-04:00' };
const epidural: Partial<Procedure> & Pick<Procedure, 'type'> = {
  type: 'esi-interlaminar',
  guidance: 'fluoroscopy',
  diagnosisId: 'd1',
  level: ['L5-S1'],
};
const backPain = diagnosis('lumbar-radiculopathy', { evidence: seen });
const back: PlanDocumentInput = { diagnoses: [backPain], rehab };
const evidence = (...kinds: [kind: 'exam' | 'imaging', concordance: 'concordant' | 'discordant'][]) => ({
  diagnoses: [{ ...backPain, evidence: kinds.map(([kind, concordance]) => ({ kind, concordance })) }],
});

export const prerequisiteRows: readonly PrerequisiteRow[] = [
  { title: 'exam and imaging agree', procedure: epidural, plan: back },
  {
    title: 'no imaging',
    procedure: epidural,
    plan: evidence(['exam', 'concordant']),
    field: 'prerequisite',
    found: 'found an examination only',
    overridable: true,
  },
  {
    title: 'imaging that does not agree',
    procedure: epidural,
    plan: evidence(['exam', 'concordant'], ['imaging', 'discordant']),
    field: 'prerequisite',
    found: 'found an examination only',
    overridable: true,
  },
  {
    title: 'nothing recorded',
    procedure: epidural,
    plan: evidence(),
    field: 'prerequisite',
    found: 'none found',
    overridable: true,
  },
  {
    title: 'a study that was reported is imaging',
    procedure: epidural,
    plan: {
      ...evidence(['exam', 'concordant']),
      imaging: [{ id: 'i', modality: 'mri', region: 'lumbar', reason: 'x', status: 'resulted', diagnosisId: 'd1' }],
    },
  },
  {
    title: 'an epidural without image guidance',
    procedure: { ...epidural, ...booked, guidance: 'none' },
    plan: back,
    field: 'guidance',
    found: 'found none',
    overridable: true,
  },
  {
    title: 'a transforaminal injection of the neck',
    procedure: { ...epidural, type: 'esi-transforaminal', level: ['C6'] },
    plan: back,
    field: 'operatorConfirmed',
    found: 'not confirmed',
    overridable: true,
  },
  {
    title: 'the same by an experienced operator',
    procedure: { ...epidural, type: 'esi-transforaminal', level: ['C6'], operatorConfirmed: true },
    plan: back,
  },
  {
    title: 'a second epidural 13 days later',
    procedure: { ...epidural, ...booked, scheduledAt: '2027-05-14T10:00:00-04:00' },
    plan: { ...back, procedures: [done('e', 'esi-caudal', '2027-05-01')] },
    field: 'scheduledAt',
    found: 'found 13 days',
    overridable: true,
  },
  {
    title: 'a second epidural 14 days later, of the same day in another region',
    procedure: { ...epidural, ...booked, scheduledAt: '2027-05-15T08:00:00-04:00' },
    plan: {
      ...back,
      procedures: [
        done('e', 'esi-caudal', '2027-05-01'),
        done('n', 'esi-interlaminar', '2027-05-14', { level: ['C7-T1'] }),
      ],
    },
  },
  {
    title: 'the fourth session in a year',
    procedure: { ...epidural, ...booked },
    plan: { ...back, procedures: sessions(3) },
  },
  {
    title: 'the fifth session in a year',
    procedure: { ...epidural, ...booked },
    plan: { ...back, procedures: sessions(4) },
    field: 'scheduledAt',
    found: 'this is number 5',
    overridable: true,
  },
  {
    title: 'the fifth session, when the first is more than a year ago',
    procedure: { ...epidural, ...booked, scheduledAt: '2027-12-01T10:00:00-05:00' },
    plan: { ...back, procedures: sessions(4) },
  },
  {
    title: 'a second level of the same day',
    procedure: { ...epidural, ...booked, level: ['L4-L5'] },
    plan: {
      ...back,
      procedures: [{ ...epidural, ...booked, id: 'e', intent: 'therapeutic', status: 'scheduled', level: ['L5-S1'] }],
    },
  },
  { title: 'axial pain', procedure: { type: 'medial-branch-block' }, plan: { diagnoses: [diagnosis('facet')] } },
  {
    title: 'a radiculopathy beside it that nobody treats',
    procedure: { type: 'medial-branch-block' },
    plan: { diagnoses: [backPain] },
    field: 'prerequisite',
    found: 'found M54.16 without treatment',
    overridable: true,
  },
  { title: 'a radiculopathy beside it in therapy', procedure: { type: 'medial-branch-block' }, plan: back },
  {
    title: 'a block for a radiculopathy',
    procedure: { type: 'medial-branch-block', diagnosisId: 'd1' },
    plan: back,
    field: 'prerequisite',
    found: 'it is planned for a radiculopathy',
    overridable: true,
  },
  {
    title: 'a sacroiliac injection without image guidance',
    procedure: { type: 'si-joint-injection', ...booked },
    field: 'guidance',
    found: 'found none',
    overridable: false,
  },
  {
    title: 'a sacroiliac injection under fluoroscopy',
    procedure: { type: 'si-joint-injection', ...booked, guidance: 'fluoroscopy' },
  },
  {
    title: 'lateral branches after an injection that helped little',
    procedure: { type: 'rfa-lateral-branch' },
    plan: { procedures: [done('s', 'si-joint-injection', '2027-05-01', { result: { reliefPercent: 40 } })] },
    field: 'prerequisite',
    found: 'found 40 %',
    overridable: true,
  },
  {
    title: 'a knee again after 11 weeks',
    procedure: { type: 'joint-injection-knee', side: 'left', steroid, ...booked },
    plan: { procedures: [done('k', 'joint-injection-knee', '2027-04-04', { side: 'left', steroid })] },
    field: 'scheduledAt',
    found: 'found 77 days',
    overridable: true,
  },
  {
    title: 'the other knee',
    procedure: { type: 'joint-injection-knee', side: 'right', steroid, ...booked },
    plan: { procedures: [done('k', 'joint-injection-knee', '2027-05-20', { side: 'left', steroid })] },
  },
  {
    title: 'a knee that is replaced within three months',
    procedure: { type: 'joint-injection-knee', side: 'left', steroid, ...booked },
    plan: onKnee('2027-09-19'),
    field: 'scheduledAt',
    found: 'found a replacement on 2027-09-19',
    overridable: true,
  },
  {
    title: 'a knee that is replaced later',
    procedure: { type: 'joint-injection-knee', side: 'left', steroid, ...booked },
    plan: onKnee('2027-09-21'),
  },
  {
    title: 'trigger points in widespread tenderness',
    procedure: { type: 'trigger-point' },
    plan: { diagnoses: [diagnosis('fibromyalgia')] },
    field: 'prerequisite',
    found: 'found fibromyalgia only',
    overridable: true,
  },
  {
    title: 'trigger points of a taut band',
    procedure: { type: 'trigger-point' },
    plan: { diagnoses: [diagnosis('fibromyalgia'), diagnosis('myofascial-regional', { id: 'd2' })] },
  },
  {
    title: 'a pudendal block without a pelvic diagnosis',
    procedure: { type: 'pudendal-block' },
    field: 'prerequisite',
    found: 'none found',
    overridable: true,
  },
  {
    title: 'a pudendal block on a suspicion',
    procedure: { type: 'pudendal-block' },
    plan: { diagnoses: [diagnosis('pelvic-pain', { status: 'suspected' })] },
    field: 'prerequisite',
    found: 'found a suspicion only',
    overridable: true,
  },
  {
    title: 'a pudendal block after an evaluation',
    procedure: { type: 'pudendal-block' },
    plan: { diagnoses: [diagnosis('pelvic-pain', { status: 'suspected', history: 'gynecological' })] },
  },
  {
    title: 'a stimulator trial as the first thing tried',
    procedure: { type: 'scs-trial', intent: 'trial' },
    plan: { behavioral: evaluated('pending') },
    field: 'prerequisite',
    found: 'no medicine, therapy or injection found',
    overridable: true,
  },
  {
    title: 'a stimulator trial without an evaluation asked for',
    procedure: { type: 'scs-trial', intent: 'trial' },
    plan: { ...back },
    field: 'prerequisite',
    found: 'none found',
    overridable: false,
  },
  {
    title: 'an implant after a trial without better function',
    procedure: { type: 'scs-implant', intent: 'implant' },
    plan: {
      behavioral: evaluated('cleared'),
      procedures: [
        done('t', 'scs-trial', '2027-05-01', { intent: 'trial', result: { reliefPercent: 80, function: 'same' } }),
      ],
    },
    field: 'prerequisite',
    found: 'found 80 %',
    overridable: true,
  },
  {
    title: 'an implant that nobody cleared',
    procedure: { type: 'scs-implant', intent: 'implant', override },
    plan: { behavioral: evaluated('pending') },
    field: 'prerequisite',
    found: 'found pending',
    overridable: false,
  },
  {
    title: 'a pump for cancer without oncology on the team',
    procedure: { type: 'intrathecal-pump', intent: 'implant', diagnosisId: 'd1' },
    plan: { diagnoses: [diagnosis('cancer-pain')] },
    team: ['physical-therapy'],
    field: 'prerequisite',
    found: 'none found on the team',
    overridable: true,
  },
  {
    title: 'a pump for cancer with palliative care',
    procedure: { type: 'intrathecal-pump', intent: 'implant', diagnosisId: 'd1' },
    plan: { diagnoses: [diagnosis('cancer-pain')] },
    team: ['palliative-care'],
  },
  {
    title: 'a pump for other pain without a trial',
    procedure: { type: 'intrathecal-pump', intent: 'implant', override },
    plan: { behavioral: evaluated('cleared') },
    field: 'prerequisite',
    found: 'none found',
    overridable: false,
  },
  {
    title: 'a pump for other pain after a trial, cleared',
    procedure: { type: 'intrathecal-pump', intent: 'implant' },
    plan: { behavioral: evaluated('cleared'), procedures: [pumpTrial] },
  },
  {
    title: 'a vertebroplasty without imaging',
    procedure: { type: 'vertebroplasty', override },
    plan: { diagnoses: [diagnosis('cancer-pain')] },
    field: 'prerequisite',
    found: 'none found',
    overridable: false,
  },
  {
    title: 'a basivertebral ablation with imaging',
    procedure: { type: 'basivertebral-ablation' },
    plan: { diagnoses: [diagnosis('vertebrogenic', { evidence: seen })] },
  },
  {
    title: 'an epidural of any name is a steroid: not with a fever',
    procedure: { ...epidural, ...booked },
    plan: {
      ...back,
      redFlags: [{ id: 'g1', kind: 'fever-after-procedure', observedAt: '2027-06-01T10:00:00Z', status: 'active' }],
    },
    field: 'status',
    found: 'found the red flag g1, still active',
    overridable: false,
  },
  {
    title: 'fluoroscopy in a pregnancy',
    procedure: { ...epidural, ...booked },
    plan: { ...back, patientContext: { pregnancy: 'yes' } },
    field: 'guidance',
    found: 'the patient is pregnant',
    overridable: true,
  },
  {
    title: 'a trial under a blood thinner without a decision',
    procedure: { type: 'drg-trial', intent: 'trial', ...booked, override },
    plan: { ...back, behavioral: evaluated('pending'), patientContext: { anticoagulation: { class: 'warfarin' } } },
    field: 'scheduledAt',
    found: 'none found',
    overridable: false,
  },
];
