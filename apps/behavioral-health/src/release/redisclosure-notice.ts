import type { ConsentPart } from '#contracts';

/** The short statement of 42 CFR 2.32(a)(2), as amended in 2024; word for word, because the rule asks for its words. */
const part2Statement = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

const plainWords =
  'They were released to your organization alone, for the purpose and the time that the patient consented to. ' +
  'A general authorization is not enough to pass them on, and they may not be used against the patient in any proceeding. ' +
  'When the patient takes the consent back, they are no longer shown.';

/** Goes with every release: behavioral-health content is treated alike, whether the law names it or not. */
export const noticeFor = (what: ConsentPart): string =>
  what === 'part2'
    ? `${part2Statement} ${plainWords}`
    : `These are behavioral-health records; do not pass them on. ${plainWords}`;
