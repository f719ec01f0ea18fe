import { directivesOn, flareHistory, type TherapyVersion } from '#clinical';
import type { Rehab, TherapyEpisode } from '#contracts';
import { allowedActs, shownState, type EpisodeState } from './episode.states.js';
import { neutralTitle } from './reader.sql.js';

export interface EpisodeRow {
  id: string;
  plan_id: string;
  patient_id: string;
  rehab_item_id: string;
  discipline: Rehab['discipline'];
  state: EpisodeState;
  version: number;
  prescription: Rehab;
  visits: number;
  opened_at: Date;
  partner_id: string | null;
  acknowledged_version: number | null;
  /** Of a clinic that treats no more: where its view ends. */
  until_at: Date | null;
  last_version: number | null;
  last_state: EpisodeState | null;
}

export interface Clinic {
  episode_id: string;
  partner_id: string;
  from_at: Date;
  until_at: Date | null;
}

type FlarePattern = TherapyEpisode['flares'][number]['pattern'];

export interface Flare {
  episode_id: string;
  flare: { pattern: FlarePattern; trigger: string; hours: number };
  reported_at: Date;
}

export interface ViewInput {
  row: EpisodeRow;
  versions: readonly TherapyVersion[];
  clinics: readonly Clinic[];
  flares: readonly Flare[];
  isPartner: boolean;
  on: string;
  timeZone: string;
  /** The reader's day on which its part ended, in the zone of the clinic. */
  lastDay: string | null;
}

/**
 * An episode as one reader may see it. A clinic that treats no more reads its own past: state, prescription and directives stand as they
 * were, and on no later day does anything bind it. No partner reads why something is held.
 */
export function episodeView(input: ViewInput): TherapyEpisode {
  const { row, clinics, flares, isPartner } = input;
  const isPast = row.last_version !== null;
  const versions = isPast ? input.versions.filter(({ version }) => version <= (row.last_version ?? 0)) : input.versions;
  const state = row.last_state ?? row.state;
  return {
    id: row.id,
    planId: row.plan_id,
    patientId: row.patient_id,
    discipline: row.discipline,
    title: neutralTitle(row.discipline),
    partnerId: row.partner_id,
    state: shownState(state),
    allowed: isPartner && !isPast ? allowedActs(state) : [],
    planVersion: row.last_version ?? row.version,
    acknowledgedVersion: row.partner_id === null ? null : (row.acknowledged_version ?? 0),
    prescription: withoutCauses(isPast ? lastPrescription(row, versions) : row.prescription, isPartner),
    directives: directives(input, versions),
    visits: row.visits,
    clinics: clinics.map(({ partner_id, from_at, until_at }) => ({
      partnerId: partner_id,
      from: from_at.toISOString(),
      until: until_at?.toISOString() ?? null,
    })),
    flares: flareHistory(flares.map(({ flare, reported_at }) => ({ ...flare, at: reported_at }))).map((one) => ({
      ...one,
      last: { ...one.last, at: one.last.at.toISOString() },
    })),
    openedAt: row.opened_at.toISOString(),
  };
}

function directives(
  { row, isPartner, on, timeZone, lastDay }: ViewInput,
  versions: readonly TherapyVersion[],
): TherapyEpisode['directives'] {
  if (lastDay !== null && on > lastDay) return [];
  const { discipline, rehab_item_id: rehabItemId } = row;
  const acknowledgedVersion = row.partner_id === null ? null : (row.acknowledged_version ?? 0);
  return directivesOn({ versions, discipline, rehabItemId, on, timeZone, acknowledgedVersion }).map((directive) =>
    isPartner ? { ...directive, cause: null } : directive,
  );
}

const lastPrescription = (row: EpisodeRow, versions: readonly TherapyVersion[]): Rehab =>
  versions
    .find(({ version }) => version === row.last_version)
    ?.document.rehab.find(({ id }) => id === row.rehab_item_id) ?? row.prescription;

function withoutCauses({ cause, restrictions, ...rehab }: Rehab, isPartner: boolean): Rehab {
  if (!isPartner) return { ...rehab, restrictions, ...(cause === undefined ? {} : { cause }) };
  return { ...rehab, restrictions: restrictions.map(({ cause: _cause, ...restriction }) => restriction) };
}
