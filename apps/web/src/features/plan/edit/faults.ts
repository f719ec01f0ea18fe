import { Refused } from '../../../api/client.js';
import type { FieldFault } from '../form/plan-form.js';

/** What a refusal says about fields, by their path in the document. */
export function faultsOf(error: unknown): FieldFault[] {
  if (!(error instanceof Refused)) return [];
  return (error.problem.errors ?? []).map(({ path, message, overridable = false }) => ({
    path: path.replace(/^document\./, ''),
    message: sentence(message),
    overridable,
  }));
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
