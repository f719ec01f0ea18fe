import { rehabDisciplines, type PartnerRole, type PlanDocument } from '#contracts';

/** Items of the plan that this role works on. */
export function itemsOfRole(role: PartnerRole, document: PlanDocument | null): string[] {
  if (!document) return [];
  if ((rehabDisciplines as readonly string[]).includes(role)) {
    return document.rehab.filter(({ discipline }) => discipline === role).map(({ id }) => id);
  }
  if (role === 'behavioral-health') return document.behavioral.map(({ id }) => id);
  return document.referralsNeeded.filter((one) => one.role === role).map(({ id }) => id);
}

/** A visit at a partner is named by the role alone: what it is about, its own plan slice says. */
export const visitTitle = (role: PartnerRole): string => {
  const words = role.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} visit`;
};
