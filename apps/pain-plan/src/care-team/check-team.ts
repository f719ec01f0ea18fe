import { DomainError, type FieldError, type TeamMemberInput } from '#contracts';
import type { Transaction } from '#platform';
import type { PartnerQueries } from '../partner/partner.queries.js';

/** Refuses a first team that names an organization the directory does not know in that role, or the same one twice. */
export async function checkTeam(
  tx: Transaction,
  partners: PartnerQueries,
  team: readonly TeamMemberInput[],
): Promise<void> {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, { partnerId, role }] of team.entries()) {
    const repeated = seen.has(`${role} ${partnerId}`) ? 'holds this role on this team already' : null;
    const objection = repeated ?? (await partners.objectionTo(tx, partnerId, role));
    if (objection) errors.push({ path: `team[${index}].partnerId`, message: objection });
    seen.add(`${role} ${partnerId}`);
  }
  if (errors.length > 0)
    throw new DomainError('invalid-input', 'The care team names partners that cannot take their role.', errors);
}
