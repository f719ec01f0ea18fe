import { DateTime } from 'luxon';
import type { Directive, TherapyEpisode, TherapyPage } from '#contracts';

/** In the order of weight: what must not be done stands first. */
const sections: readonly { heading: string; kinds: readonly Directive['kind'][] }[] = [
  { heading: 'Do not', kinds: ['hold'] },
  { heading: 'Restrictions', kinds: ['restriction'] },
  { heading: 'Around procedures', kinds: ['procedure-window'] },
  { heading: 'Dose', kinds: ['dose'] },
  { heading: 'Program', kinds: ['program'] },
  { heading: 'Progression', kinds: ['progression'] },
];

/** The day's directives as one page to print. The patient's name is put on it by whoever prints: no list and no title carries it. */
export function directivesPage(episode: TherapyEpisode, on: string, printedAt: Date): TherapyPage {
  const { directives } = episode;
  const unknown = directives.filter(({ acknowledged }) => acknowledged === false);
  return {
    title: episode.title,
    episodeId: episode.id,
    patientId: episode.patientId,
    partnerId: episode.partnerId,
    on,
    planVersion: episode.planVersion,
    acknowledgedVersion: episode.acknowledgedVersion,
    notice:
      unknown.length === 0
        ? null
        : `${unknown.length === 1 ? 'One line is' : `${unknown.length} lines are`} not yet acknowledged: acknowledge version ${episode.planVersion}.`,
    sections: sections.flatMap(({ heading, kinds }) => {
      const own = directives.filter(({ kind }) => kinds.includes(kind));
      return own.length === 0 ? [] : [{ heading, lines: own.map((one) => ({ text: one.text, remark: remark(one) })) }];
    }),
    printedAt: printedAt.toISOString(),
  };
}

function remark({ sinceVersion, acknowledged, from, lightUntil, cause }: Directive): string {
  const known = { true: ', acknowledged', false: ', not yet acknowledged', null: '' }[String(acknowledged)] ?? '';
  const begun = from === null ? '' : `; from ${dayIn(from)}`;
  const light = lightUntil === null ? '' : `; light only until ${dayIn(lightUntil)}`;
  return `In force since version ${sinceVersion}${known}${begun}${light}${cause === null ? '' : `; ${cause}`}.`;
}

const dayIn = (iso: string): string => DateTime.fromISO(iso, { setZone: true }).setLocale('en').toFormat('d LLLL yyyy');
