import { planDocument } from '#contracts';
import { a1Nurse } from '../../../../test/cases/a1-nurse.js';
import { a2Retiree } from '../../../../test/cases/a2-retiree.js';
import { a3Crps } from '../../../../test/cases/a3-crps.js';
import { b1BoneMetastasis } from '../../../../test/cases/b1-bone-metastasis.js';
import { b2PelvicPain } from '../../../../test/cases/b2-pelvic-pain.js';
import { b3NoAlarm, b3RedFlag, b3SameDay } from '../../../../test/cases/b3-red-flag.js';
import { b4OpioidTaper, b4WithGabapentinoid } from '../../../../test/cases/b4-opioid-taper.js';
import { b7BloodThinner } from '../../../../test/cases/b7-blood-thinner.js';
import { b5Concordant, b5NotConcordant } from '../../../../test/cases/b5-facet.js';
import { b8Trigeminal } from '../../../../test/cases/b8-trigeminal.js';
import type { CaseStep } from '../../../../test/cases/case.js';
import { PurePlay } from '../../../../test/support/pure-play.js';
import { checkPlan } from '../check/check-plan.js';

describe.each([
  a1Nurse,
  a2Retiree,
  a3Crps,
  b1BoneMetastasis,
  b2PelvicPain,
  b3RedFlag,
  b3SameDay,
  b3NoAlarm,
  b4OpioidTaper,
  b4WithGabapentinoid,
  b7BloodThinner,
  b5NotConcordant,
  b5Concordant,
  b8Trigeminal,
])('$id $title', (careCase) => {
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
  if (step.kind === 'then') return `${when}: ${step.title} (told by the whole system only)`;
  return `${step.partner} ${step.kind}s, ${when}`;
}
