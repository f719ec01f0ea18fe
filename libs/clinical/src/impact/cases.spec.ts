import { planDocument } from '#contracts';
import type { CaseStep } from '../../../../test/cases/case.js';
import { everyCase } from '../../../../test/cases/every-case.js';
import { alone, PurePlay } from '../../../../test/support/pure-play.js';
import { checkPlan } from '../check/check-plan.js';

const playable = everyCase.map(alone).filter(({ steps }) => steps.length > 0);

describe.each(playable)('$id $title', (careCase) => {
  const play = new PurePlay(careCase);

  it.each(careCase.steps.map((step, index) => ({ step, title: `${index + 1}. ${describeStep(step)}` })))(
    '$title',
    ({ step }) => {
      if (step.kind === 'publish') {
        const context = { previous: play.history.at(-1)?.document ?? null, now: play.moment(step) };
        expect(checkPlan(planDocument.parse(step.document(play.at)), context)).toEqual([]);
        const told = play.publish(step);
        if (step.told !== null) expect(told).toEqual(play.expected(step.told));
      } else if (step.kind === 'acknowledge') play.acknowledge(step.role, step.version);
      else if (step.kind === 'assign') expect(play.assign(step)).toEqual(play.rowOf(step.told));
      else if (step.kind === 'complete') play.leave(step.role);
      else if (step.kind === 'refuse') {
        const errors = checkPlan(planDocument.parse(step.document(play.at)), {
          previous: play.current,
          now: play.moment(step),
        });
        expect(errors).toHaveLength(step.errors.length);
        step.errors.forEach(({ path, says }, index) => {
          expect(errors[index]?.path).toBe(path);
          for (const word of says) expect(errors[index]?.message).toContain(word);
        });
      }
    },
  );
});

function describeStep(step: CaseStep): string {
  const when = `day ${step.day} ${step.time}`;
  if (step.kind === 'publish') return `version ${step.version}, ${when}: ${step.reason}`;
  if (step.kind === 'refuse') return `refused, ${when}: ${step.reason}`;
  if (step.kind === 'then') return `${when}: ${step.title}`;
  return `${step.partner} ${step.kind}s, ${when}`;
}
