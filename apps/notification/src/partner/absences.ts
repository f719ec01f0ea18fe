import { DomainError, type PartnerSnapshot } from '#contracts';

/** An absence that ends before it begins is a slip of the pen. */
export function requireAbsencesInOrder(absences: PartnerSnapshot['absences']): void {
  const errors = (absences ?? []).flatMap(({ from, until }, at) =>
    until < from ? [{ path: `absences[${at}].until`, message: 'must not be before `from`' }] : [],
  );
  if (errors.length > 0) throw new DomainError('invalid-input', 'An absence ends before it begins.', errors);
}
