import type { HistoryPacket } from '#contracts';

type Trial = HistoryPacket['trials'][number];

/** The packet as text fields hold it: lists of short texts by line, what is not said as ''. */
export interface PacketFields {
  onset: string;
  isGradual: boolean;
  story: string;
  helps: string;
  worsens: string;
  provokingPostures: string;
  imaging: { modality: string; region: string; date: string }[];
  trials: {
    treatment: string;
    kind: string;
    dose: string;
    effect: string;
    sideEffect: string;
    stillTaken: boolean;
    class: string;
  }[];
  operativeNotes: { operation: string; date: string; summary: string }[];
  noOperations: boolean;
  therapySummaries: { where: string; visits: string; summary: string }[];
  noTherapy: boolean;
  workGoal: string;
  lifeGoal: string;
}

const toLines = (texts: readonly string[] | undefined): string => texts?.join('\n') ?? '';
const fromLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function toFields(packet: HistoryPacket | null): PacketFields {
  return {
    onset: packet?.onset && packet.onset !== 'gradual' ? packet.onset : '',
    isGradual: packet?.onset === 'gradual',
    story: packet?.story ?? '',
    helps: toLines(packet?.helps),
    worsens: toLines(packet?.worsens),
    provokingPostures: toLines(packet?.provokingPostures),
    imaging: (packet?.imaging ?? []).map(({ modality, region, date = '' }) => ({ modality, region, date })),
    trials: (packet?.trials ?? []).map((trial) => ({
      treatment: trial.treatment,
      kind: trial.kind ?? '',
      dose: trial.dose ?? '',
      effect: trial.effect ?? '',
      sideEffect: trial.sideEffect ?? '',
      stillTaken: trial.stillTaken ?? false,
      class: trial.class ?? '',
    })),
    operativeNotes: (packet?.operativeNotes ?? []).map(({ operation, date = '', summary = '' }) => ({
      operation,
      date,
      summary,
    })),
    noOperations: packet?.operativeNotes?.length === 0,
    therapySummaries: (packet?.therapySummaries ?? []).map(({ where, visits, summary }) => ({
      where,
      visits: visits === undefined ? '' : String(visits),
      summary,
    })),
    noTherapy: packet?.therapySummaries?.length === 0,
    workGoal: packet?.workGoal ?? '',
    lifeGoal: packet?.lifeGoal ?? '',
  };
}

/** What is empty is left out: not asked yet, which is not the same as none. */
const said = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<Fields>;

/** Nothing said means not asked; an empty list means there is none. */
const listOrNone = <Item>(items: Item[], isNone: boolean): Item[] | undefined =>
  items.length > 0 ? items : isNone ? [] : undefined;

export function fromFields(fields: PacketFields): HistoryPacket {
  const operativeNotes = listOrNone(
    fields.operativeNotes
      .filter(({ operation }) => operation.trim())
      .map((note) => said(note) as { operation: string }),
    fields.noOperations,
  );
  const therapySummaries = listOrNone(
    fields.therapySummaries
      .filter(({ where, summary }) => where.trim() && summary.trim())
      .map(({ where, visits, summary }) => ({ where, summary, ...(visits === '' ? {} : { visits: Number(visits) }) })),
    fields.noTherapy,
  );
  const provokingPostures = fromLines(fields.provokingPostures);
  const onset = fields.isGradual ? ('gradual' as const) : fields.onset;
  return {
    ...said({ onset, story: fields.story.trim(), workGoal: fields.workGoal.trim(), lifeGoal: fields.lifeGoal.trim() }),
    helps: fromLines(fields.helps),
    worsens: fromLines(fields.worsens),
    imaging: fields.imaging
      .filter(({ modality, region }) => modality.trim() && region.trim())
      .map((study) => said(study) as { modality: string; region: string }),
    trials: fields.trials
      .filter(({ treatment }) => treatment.trim())
      .map(({ stillTaken, ...trial }) => ({ ...(said(trial) as Trial), stillTaken })),
    ...(provokingPostures.length > 0 ? { provokingPostures } : {}),
    ...(operativeNotes ? { operativeNotes } : {}),
    ...(therapySummaries ? { therapySummaries } : {}),
  };
}
