import type { PartnerSnapshot } from '#contracts';
import { ApiClient } from '../../test/support/api-client.ts';
import { directory } from './partners.ts';

const alreadyExists = 409;

/**
 * Registers, through the public API, the organizations that the directory does not have yet, and returns their ids.
 * What is there stays as it is, also when somebody changed it. May run twice at once.
 */
export async function seedDirectory(
  baseUrl: string,
  getToken: (who: string, baseUrl: string) => Promise<string>,
): Promise<string[]> {
  const api = new ApiClient(baseUrl, (who) => getToken(who, baseUrl));
  const known = new Set(
    (await api.all<PartnerSnapshot>('/api/partners', 'administrator')).map((entry) => entry.partnerId),
  );
  const registered: string[] = [];
  for (const organization of directory) {
    if (known.has(organization.partnerId ?? '')) continue;
    const answer = await api.call<PartnerSnapshot>('POST', '/api/partners', {
      as: 'administrator',
      body: organization,
    });
    if (answer.status === 201) registered.push(answer.body.partnerId);
    else if (answer.status !== alreadyExists) {
      throw new Error(`${organization.name} could not be registered: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }
  return registered;
}
