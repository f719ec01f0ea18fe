import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calmSeconds } from '../operations/service-table.js';
import { spanText, topicName } from '../operations/service-words.js';
import type { ServiceState } from '../operations/use-services.js';
import classes from './flow.module.css';
import { type Edge, edgesOf, type NodeName, nodes, places, size } from './map.js';
import type { Pulse } from './use-pulses.js';
import type { Rates } from './use-rates.js';

/** The services and what flows between them. Everything that it shows stands in the tables below it as well. */
export function FlowMap({
  states,
  rates,
  topic,
  pulses,
  end,
}: {
  states: readonly ServiceState[];
  rates: Rates;
  /** Only this one; empty: all. */
  topic: string;
  pulses: readonly Pulse[];
  end: (id: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const edges = edgesOf(states);
  const isShown = (edge: Edge): boolean => topic === '' || edge.topics.includes(topic);
  return (
    <div className={`card ${classes.frame ?? ''}`}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className={classes.map}
        role="group"
        aria-label={t('operations.map.label')}
      >
        <defs>
          <marker id="arrow" viewBox="0 0 10 10" refX="6" refY="5" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0,0 L10,5 L0,10 z" className={classes.arrow} />
          </marker>
        </defs>
        <g aria-hidden>
          {edges.map((edge) => {
            const rate = edge.topics.reduce((sum, one) => sum + (rates.perMinute[one] ?? 0), 0);
            return (
              <path
                key={edge.id}
                d={edge.path}
                markerMid="url(#arrow)"
                className={classes.edge}
                data-on={isShown(edge) && topic !== '' ? '' : undefined}
                data-off={isShown(edge) ? undefined : ''}
                strokeWidth={1.5 + Math.min(4, Math.sqrt(rate) / 2)}
              >
                <title>{edge.topics.map(topicName).join(', ')}</title>
              </path>
            );
          })}
          {pulses.flatMap(({ id, topic: of, delayMs }) =>
            edges
              .filter((edge) => edge.topics.includes(of) && isShown(edge))
              .map((edge) => (
                <circle
                  key={`${id} ${edge.id}`}
                  r="6"
                  className={classes.pulse}
                  style={{ offsetPath: `path('${edge.path}')`, animationDelay: `${delayMs}ms` }}
                  onAnimationEnd={() => end(id)}
                />
              )),
          )}
        </g>
        <g aria-hidden>
          {edges.filter(isShown).map((edge) => (
            <EdgeLabel key={edge.id} edge={edge} rates={rates} isChosen={topic !== ''} />
          ))}
        </g>
        {nodes.map((name) => (
          <Node key={name} name={name} of={states.find(({ service }) => service === name)} />
        ))}
      </svg>
    </div>
  );
}

/** What flows on a line, and how much of it; nothing on a line that rests, unless somebody asks for its topic. */
function EdgeLabel({ edge, rates, isChosen }: { edge: Edge; rates: Rates; isChosen: boolean }): ReactNode {
  const { t } = useTranslation();
  const flowing = edge.topics.filter((one) => isChosen || (rates.perMinute[one] ?? 0) > 0);
  return (
    flowing.length > 0 && (
      <text x={edge.middle.x} y={edge.middle.y - 8} className={classes.label}>
        {flowing
          .map((one) => `${topicName(one)} ${t('operations.map.perMinute', { count: rates.perMinute[one] ?? 0 })}`)
          .join(', ')}
      </text>
    )
  );
}

/** A box that says how it stands, and leads to what is parked. */
function Node({ name, of }: { name: NodeName; of: ServiceState | undefined }): ReactNode {
  const { t } = useTranslation();
  const { x, y } = places[name];
  const { width, height } = size.node;
  const title = t(`operations.services.${name}`);
  // Who answers us stands there.
  const isDoor = name === 'gateway';
  const { tone, said } = isDoor ? { tone: 'ok', said: `✓ ${t('operations.ready')}` } : standing(of, t);
  const box = (
    <>
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx="8"
        className={classes.node}
        data-tone={tone}
      />
      <text x={x} y={y - 14} className={classes.name}>
        {title}
      </text>
      <text x={x} y={y + 4} className={classes.does}>
        {t(`operations.does.${name}`)}
      </text>
      {said && (
        <text x={x} y={y + 25} className={classes.said} data-tone={tone}>
          {said}
        </text>
      )}
    </>
  );
  if (!of) return <g>{box}</g>;
  return (
    <Link to="/operations" aria-label={`${title}: ${said}`} className={classes.link}>
      {box}
    </Link>
  );
}

type Translate = Parameters<typeof spanText>[0];

function standing(of: ServiceState | undefined, t: Translate): { tone: string; said: string } {
  if (of === undefined) return { tone: 'quiet', said: '' };
  const { state, trouble } = of;
  if (state === null || trouble) return { tone: 'late', said: `! ${t('operations.unreachable')}` };
  const waiting = [
    ...(state.parked > 0 ? [t('operations.map.parked', { count: state.parked })] : []),
    ...((state.lag ?? 0) > 0 ? [t('operations.map.lag', { count: state.lag ?? 0 })] : []),
    ...(state.outbox.oldestSeconds > calmSeconds
      ? [t('operations.map.outbox', { for: spanText(t, state.outbox.oldestSeconds) })]
      : []),
  ];
  if (waiting.length === 0) return { tone: 'ok', said: `✓ ${t('operations.ready')}` };
  return { tone: state.parked > 0 ? 'late' : 'soon', said: waiting.join(', ') };
}
